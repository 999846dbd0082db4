package io.andon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.local.demo.api.Refused;
import io.andon.local.demo.api.Request;
import io.andon.local.demo.api.Role;
import io.andon.local.demo.api.TenantApi;
import io.andon.local.demo.history.History;
import io.andon.local.demo.history.Stocked;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Has the metrics calculated until they contain the whole history: metrics-service learns of movements a moment after
 * they were posted.
 */
final class Figures {

    private static final int ATTEMPTS = 300;
    private static final long PAUSE_MS = 200;

    private final TenantApi api;

    Figures(TenantApi api) {
        this.api = api;
    }

    /** @throws Refused if they do not come to contain it */
    void calculate(History history) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> run = trigger(history.asOf(), attempt);
            run.ifPresent(this::awaitPublished);
            if (run.filter(published -> contains(published, history)).isPresent()) {
                return;
            }
            pause();
        }
        throw new Refused("the metrics of " + api.tenant() + " do not come to contain every movement");
    }

    /** Empty while another run is going on. */
    private Optional<String> trigger(Instant asOf, int attempt) {
        Request request = new Request(
                Role.PLANNER, "/metrics/job/trigger", "demo-run-" + attempt, Map.of("asOf", asOf.toString()));
        try {
            return Optional.of(api.post(request).path("runId").asText());
        } catch (Refused e) {
            if (e.isConflict()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void awaitPublished(String run) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String status = api.get("/metrics/runs/" + run).path("status").asText();
            switch (status) {
                case "published" -> {
                    return;
                }
                case "failed" -> throw new Refused("metrics run " + run + " failed");
                default -> pause();
            }
        }
        throw new Refused("metrics run " + run + " does not end");
    }

    /** Movements arrive in their order, so all are there once the last one is; and the last item of the catalogue. */
    private boolean contains(String run, History history) {
        Stocked last = history.last();
        boolean hasLastMovement = false;
        boolean hasLastItem = false;
        for (JsonNode row :
                api.get("/metrics/slow-dead-stock?limit=200&runId=" + run).path("data")) {
            String sku = row.path("sku").asText();
            hasLastItem |= sku.equals(history.company().neverMoved());
            hasLastMovement |= sku.equals(last.sku())
                    && row.hasNonNull("lastMovementAt")
                    && Instant.parse(row.path("lastMovementAt").asText()).equals(last.at());
        }
        return hasLastMovement && hasLastItem;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }
}
