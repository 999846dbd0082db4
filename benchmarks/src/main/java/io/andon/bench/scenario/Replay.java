package io.andon.bench.scenario;

import io.andon.bench.load.Load;
import io.andon.bench.process.Wait;
import io.andon.bench.publish.KafkaPublisher;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.GatewayServer;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.ReplaySwitch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What an operator's replay does to the live events of the boards that it is shown on. */
final class Replay implements Scenario {

    private static final int SUBSCRIBERS = 100;
    private static final double EVENTS_PER_SECOND = 100;
    private static final int RECORDS = 100_000;
    private static final int RECORDS_QUICK = 20_000;
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String title() {
        return "latency of live events while 100,000 records are shown again";
    }

    @Override
    public void run(Bench bench, Report report) {
        try (Kafka kafka = Kafka.start(bench.directory());
                GatewayServer gateway = bench.gateway(kafka, 0, bench.settings().heap(), GatewayServer.WITHOUT_QUOTAS);
                Load load = bench.load()) {
            WarmUp.of(bench, gateway, load);
            FanoutPlan plan = FanoutPlan.atRate("replay", SUBSCRIBERS, EVENTS_PER_SECOND);
            try (ReplaySwitch replay = new ReplaySwitch(kafka)) {
                record(bench, kafka, plan.tenants());
                long last = replay.recorded() - 1;
                // Clients that open now would get what is still on its way of it, and be measured by that. The meter of
                // the
                // intake's lag is no help: it is as old as a second.
                String tenant = plan.tenants().get(0);
                Wait.atMost(PATIENCE, "the gateway has read them", () -> gateway.hasRead(tenant) >= last);
                try (FanoutRun run = FanoutRun.start(bench, gateway, load, plan)) {
                    measure(bench, report, run, replay);
                }
            }
        }
        report.note("The records are of the tenant that is measured, at the default rate of 2,000 a second at most.");
    }

    /** Events without a number, which the load generator passes over. */
    private static void record(Bench bench, Kafka kafka, List<String> tenants) {
        int records = bench.settings().quick() ? RECORDS_QUICK : RECORDS;
        byte[] value =
                ("{\"pad\":\"" + "x".repeat(bench.settings().eventBytes()) + "\"}").getBytes(StandardCharsets.US_ASCII);
        try (KafkaPublisher publisher = new KafkaPublisher(kafka.bootstrapServers(), tenants, 1)) {
            for (int i = 0; i < records; i++) {
                publisher.publish(0, value);
            }
        }
    }

    private static void measure(Bench bench, Report report, FanoutRun run, ReplaySwitch replay) {
        String setting = (int) EVENTS_PER_SECOND + " events/s, " + SUBSCRIBERS + " subscribers";
        run.settle(SETTLE);
        bench.say("live events alone");
        double alone = median(latencies(run, "replay-alone", report.row(setting, "alone")));

        bench.say("while records are shown again");
        Row row = report.row(setting, "during a replay");
        replay.showAgain();
        long beganNanos = System.nanoTime();
        run.settle(SETTLE);
        long before = replay.remaining();
        long measuredNanos = System.nanoTime();
        List<Double> during = latencies(run, "replay", row);
        during.forEach(p99 -> row.add("p99 / alone", p99 / alone));
        long after = replay.remaining();
        row.add("shown again/s", (before - after) * 1e9 / (System.nanoTime() - measuredNanos));
        if (after == 0) {
            report.note("The replay ended before the measurement did.");
        }
        Wait.atMost(PATIENCE, "everything has been shown again", () -> replay.remaining() == 0);
        row.add("replay s", (System.nanoTime() - beganNanos) / 1e9);
        run.finish(row);
    }

    private static List<Double> latencies(FanoutRun run, String profile, Row row) {
        List<Double> p99 = new ArrayList<>();
        run.measure(profile, window -> {
            p99.add(window.counts().delivery().p99());
            window.latency(row);
            window.cost(row);
        });
        return p99;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
