package io.andon.local.demo.history;

import io.andon.local.demo.api.Request;
import io.andon.local.demo.api.Role;
import io.andon.local.demo.company.Good;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to a work order, which is named by the key of its {@link NewOrder}. */
public sealed interface OrderStep extends Step {

    /** Plans a work order. */
    record NewOrder(String key, Good good, BigDecimal quantity, Instant start, Instant due, @Nullable String about)
            implements OrderStep {

        @Override
        public Request request(Ids ids) {
            Body body = new Body()
                    .with("outputItemId", ids.item(good.sku()))
                    .with("quantityPlanned", quantity)
                    .with("bomId", ids.of(MasterData.NewRecipe.keyOf(good.sku())))
                    .with("defaultProduceLocationId", ids.place(good.place()))
                    .with("scheduledStartAt", start.toString())
                    .with("scheduledDueAt", due.toString())
                    .with("description", about);
            return body.asRequest(Role.PLANNER, "/work-orders", this);
        }
    }

    /** Moves an order on: {@code release}, {@code cancel} or {@code close}. */
    record Transition(String order, String action) implements OrderStep {

        @Override
        public String key() {
            return order + "-" + action;
        }

        @Override
        public Request request(Ids ids) {
            return new Body().asRequest(Role.PLANNER, "/work-orders/" + ids.of(order) + "/" + action, this);
        }
    }

    /** Takes and makes in one posting. */
    record Batch(String key, String order, Instant at, List<Line> consumed, Line produced) implements OrderStep {

        @Override
        public Optional<Stocked> stocked() {
            return Optional.of(new Stocked(produced.sku(), at));
        }

        @Override
        public Request request(Ids ids) {
            Body body = new Body()
                    .with("occurredAt", at.toString())
                    .list("consumeLines", consumed, line -> new Body()
                            .with("componentItemId", ids.item(line.sku()))
                            .with("fromLocationId", ids.place(line.place()))
                            .with("quantity", line.quantity()))
                    .list("produceLines", List.of(produced), line -> new Body()
                            .with("outputItemId", ids.item(line.sku()))
                            .with("toLocationId", ids.place(line.place()))
                            .with("quantity", line.quantity()));
            return body.asRequest(Role.OPERATOR, "/work-orders/" + ids.of(order) + "/record-batch", this);
        }
    }

    /** What an order takes, or makes, as a draft that {@link Posting} posts. */
    record Draft(String key, String order, Kind kind, Instant at, List<Line> lines) implements OrderStep {

        /** Material out, or output in. */
        public enum Kind {
            ISSUES,
            COMPLETIONS;

            private String path(String orderId) {
                return "/work-orders/" + orderId + "/" + name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public Request request(Ids ids) {
            Body body = new Body().with("occurredAt", at.toString()).list("lines", lines, line -> switch (kind) {
                case ISSUES ->
                    new Body()
                            .with("componentItemId", ids.item(line.sku()))
                            .with("fromLocationId", ids.place(line.place()))
                            .with("quantityIssued", line.quantity());
                case COMPLETIONS ->
                    new Body()
                            .with("outputItemId", ids.item(line.sku()))
                            .with("toLocationId", ids.place(line.place()))
                            .with("quantityCompleted", line.quantity());
            });
            return body.asRequest(Role.OPERATOR, kind.path(ids.of(order)), this);
        }
    }

    /** Posts a draft. */
    record Posting(Draft draft) implements OrderStep {

        @Override
        public String key() {
            return draft.key() + "-post";
        }

        @Override
        public Optional<Stocked> stocked() {
            return Optional.of(new Stocked(draft.lines().get(0).sku(), draft.at()));
        }

        @Override
        public Request request(Ids ids) {
            String path = draft.kind().path(ids.of(draft.order())) + "/" + ids.of(draft.key()) + "/post";
            return new Body().asRequest(Role.OPERATOR, path, this);
        }
    }

    /** Undoes a batch that should not have been. */
    record Undoing(Batch batch) implements OrderStep {

        @Override
        public String key() {
            return batch.key() + "-void";
        }

        @Override
        public Request request(Ids ids) {
            String order = "/work-orders/" + ids.of(batch.order());
            return new Body().asRequest(Role.OPERATOR, order + "/completions/" + ids.of(batch.key()) + "/void", this);
        }
    }

    /** Counts output as lost. */
    record Scrap(String key, String order, Instant at, BigDecimal quantity) implements OrderStep {

        @Override
        public Request request(Ids ids) {
            Body body = new Body()
                    .with("quantityScrapped", quantity)
                    .with("reasonCode", "loss")
                    .with("occurredAt", at.toString());
            return body.asRequest(Role.OPERATOR, "/work-orders/" + ids.of(order) + "/scrap", this);
        }
    }
}
