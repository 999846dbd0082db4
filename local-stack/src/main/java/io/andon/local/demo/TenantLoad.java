package io.andon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.local.demo.api.Role;
import io.andon.local.demo.api.TenantApi;
import io.andon.local.demo.company.Company;
import io.andon.local.demo.history.History;
import io.andon.local.demo.history.Ids;
import io.andon.local.demo.history.Step;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Brings a tenant's history into the system, in its order, and has the metrics calculated. What an interrupted load has
 * posted answers again as it did, so the next one goes on where that stopped; of a complete one it posts nothing.
 */
final class TenantLoad {

    private static final int TELL_EVERY = 500;

    private final TenantApi api;
    private final Company company;
    private final Catalogue catalogue;
    private final Consumer<String> listener;

    TenantLoad(TenantApi api, Company company, Consumer<String> listener) {
        this.api = api;
        this.company = company;
        this.catalogue = new Catalogue(api);
        this.listener = listener;
    }

    /**
     * @param wanted the instant that a new history is to lead up to; one that was begun keeps its own
     * @throws io.andon.local.demo.api.Refused if the system does not take it
     */
    void load(Instant wanted) {
        if (catalogue.find(company.neverMoved()).isPresent()) {
            return;
        }
        History history = History.of(company, begun().orElse(wanted));
        listener.accept(company.name() + ": its history comes in and can be watched already.");
        api.put(Role.PLANNER, "/tenant-settings", Map.of("zone", company.zone(), "currency", company.currency()));
        carryOut(history);
        new Figures(api).calculate(history);
        listener.accept(
                String.format("%s: all of %,d", company.name(), history.steps().size()));
    }

    /** The instant of a history that an earlier load has begun with. */
    private Optional<Instant> begun() {
        return catalogue.find(company.dead()).flatMap(id -> api.find("/inventory/items/" + id + "/movements")).stream()
                .flatMap(TenantLoad::movements)
                .filter(movement ->
                        Step.Movement.SOURCE.equals(movement.path("sourceType").asText()))
                .map(movement -> Instant.parse(movement.path("sourceId").asText()))
                .findFirst();
    }

    private static Stream<JsonNode> movements(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false);
    }

    private void carryOut(History history) {
        Ids ids = new Ids();
        int done = 0;
        for (Step step : history.steps()) {
            JsonNode answer = api.post(step.request(ids));
            // What a movement is known by, nobody asks for; a batch goes by a name of its own.
            ids.learn(
                    step.key(),
                    answer.path(answer.has("batchId") ? "batchId" : "id").asText());
            done++;
            if (done % TELL_EVERY == 0) {
                listener.accept(String.format(
                        "%s: %,d of %,d", company.name(), done, history.steps().size()));
            }
        }
    }
}
