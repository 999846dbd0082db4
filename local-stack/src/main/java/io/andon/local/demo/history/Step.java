package io.andon.local.demo.history;

import io.andon.local.demo.api.Request;
import io.andon.local.demo.api.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was done at a company, as one request; steps name each other by their keys. */
public sealed interface Step permits Step.Movement, MasterData, OrderStep {

    /** Names it within the tenant, in every load alike. */
    String key();

    /** @param ids of what the steps before it made */
    Request request(Ids ids);

    /** The change of stock that the business knows it by; empty if it changes none. */
    default Optional<Stocked> stocked() {
        return Optional.empty();
    }

    /** Something that happened to stock outside of production. @param overdraw why it may take more than there is */
    record Movement(String key, String type, Instant at, @Nullable String overdraw, List<Line> lines, String source)
            implements Step {

        /** The kind of source that every movement of the demo names. */
        public static final String SOURCE = "demo";

        @Override
        public Optional<Stocked> stocked() {
            return Optional.of(new Stocked(lines.get(0).sku(), at));
        }

        @Override
        public Request request(Ids ids) {
            Body body = new Body()
                    .with("movementType", type)
                    .with("occurredAt", at.toString())
                    .with("sourceType", SOURCE)
                    .with("sourceId", source)
                    .with("allowNegative", overdraw == null ? null : Boolean.TRUE)
                    .with("reason", overdraw)
                    .list("lines", lines, line -> new Body()
                            .with("itemId", ids.item(line.sku()))
                            .with("locationId", ids.place(line.place()))
                            .with("qtyDelta", line.quantity())
                            .with("lotCode", line.lot())
                            .with("reasonCode", line.reason()));
            return body.asRequest(overdraw == null ? Role.OPERATOR : Role.PLANNER, "/inventory/movements", this);
        }
    }
}
