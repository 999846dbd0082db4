package io.andon.bench.scenario;

import io.andon.bench.load.Connect;
import io.andon.bench.load.Load;
import io.andon.bench.publish.Pace;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.GatewayServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What clients that never read do to those that do. */
final class Stalled implements Scenario {

    private static final int CLIENTS = 2_000;
    private static final List<Integer> STALLED = List.of(0, 20, 100);
    private static final double EVENTS_PER_SECOND = 20;
    private static final double MEBIBYTE = 1024 * 1024;

    /** Small at first, so that it grows with what is in it. */
    private static final List<String> HEAP = List.of("-Xms64m", "-Xmx512m");

    /** Until the buffers of the kernel and of the gateway are full. */
    private static final Duration FILL = Duration.ofSeconds(10);

    private static final Duration SETTLE = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "stalled";
    }

    @Override
    public String title() {
        return "latency of 2,000 clients, some of which never read";
    }

    @Override
    public void run(Bench bench, Report report) {
        bench.withGateway(HEAP, GatewayServer.WITHOUT_QUOTAS, (gateway, load) -> {
            WarmUp.of(bench, gateway, load);
            double undisturbed = 0;
            for (int stalled : STALLED) {
                bench.say(stalled + " of " + CLIENTS + " do not read");
                Row row = report.row("2,000 clients, 20 events/s", stalled + " never read");
                double p99 = measure(bench, gateway, load, stalled, row, undisturbed);
                undisturbed = undisturbed == 0 ? p99 : undisturbed;
            }
        });
        report.note(
                "Before the measurement, events flow as fast as the readers take them for 10 s, so that what stalled"
                        + " clients are owed at most is there. Memory is the gateway's PSS after a garbage collection.");
    }

    /** @return the median of the readers' 99th percentile, in milliseconds */
    private static double measure(
            Bench bench, GatewayServer gateway, Load load, int stalled, Row row, double undisturbedP99) {
        Pace rate = new Pace.Rate(EVENTS_PER_SECOND);
        FanoutPlan plan = FanoutPlan.atRate("stalled-" + stalled, CLIENTS, EVENTS_PER_SECOND);
        Connect connect =
                gateway.connect(plan.tenants(), CLIENTS).withLastTimed().withStalled(stalled);
        List<Double> p99 = new ArrayList<>();
        try (FanoutRun run = FanoutRun.start(bench, gateway, load, plan, connect)) {
            run.saturate(Pace.Window.of(bench.settings().inFlight(), CLIENTS), FILL, rate);
            run.settle(SETTLE);
            run.measure(plan.name(), window -> {
                p99.add(window.counts().delivery().p99());
                window.latency(row);
            });
            p99.forEach(value -> row.add("p99 / undisturbed", undisturbedP99 == 0 ? 1 : value / undisturbedP99));
            row.add("held MiB", gateway.meter("andon_sse_queue_bytes") / MEBIBYTE);
            gateway.collectGarbage();
            row.add("memory MiB", gateway.memoryBytes() / MEBIBYTE);
            run.finish(row);
        }
        Collections.sort(p99);
        return p99.get(p99.size() / 2);
    }
}
