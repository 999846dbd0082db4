package io.andon.local.demo;

import java.math.BigDecimal;
import java.time.Instant;

/** Alder Street Bakery: its master data, four weeks of its work, what is going on now, and the metrics of it all. */
public final class BakeryDemo {

    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MS = 200;

    private final DemoApi api;
    private final Instant asOf;

    public BakeryDemo(DemoApi api, Instant asOf) {
        this.api = api;
        this.asOf = asOf;
    }

    /** Returns how many requests it took. */
    public int load() {
        BakeryMasterData masterData = BakeryMasterData.create(api);
        BakeryFloor floor = new BakeryFloor(api, masterData);
        new BakeryHistory(floor, asOf).play();
        calculateMetrics(floor.valueOfUsage());
        return api.requests();
    }

    /**
     * Triggers the job until its figures contain the whole history: metrics-service learns of the movements a moment
     * after they were posted.
     */
    private void calculateMetrics(BigDecimal expectedUsage) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String run = api.post(
                            BakeryFloor.PLANNER, "/metrics/job/trigger", "demo-run-" + attempt, java.util.Map.of())
                    .path("runId")
                    .asText();
            awaitPublished(run);
            if (usage(run).compareTo(expectedUsage) >= 0) {
                return;
            }
            pause();
        }
        throw new DemoApi.Refused("the metrics do not come to contain every movement");
    }

    private void awaitPublished(String run) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String status = api.get(BakeryFloor.PLANNER, "/metrics/runs/" + run)
                    .path("status")
                    .asText();
            if ("published".equals(status)) {
                return;
            }
            if ("failed".equals(status)) {
                throw new DemoApi.Refused("metrics run " + run + " failed");
            }
            pause();
        }
        throw new DemoApi.Refused("metrics run " + run + " does not end");
    }

    private BigDecimal usage(String run) {
        BigDecimal sum = BigDecimal.ZERO;
        for (var item : api.get(BakeryFloor.PLANNER, "/metrics/abc-classification?limit=200&runId=" + run)
                .path("data")) {
            sum = sum.add(item.path("totalValue").decimalValue());
        }
        return sum;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoApi.Refused("interrupted");
        }
    }
}
