package io.andon.bench.scenario;

import io.andon.bench.load.Load;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Server;
import java.time.Duration;
import java.util.List;

/** How much goes through when everybody of one tenant gets every event. */
final class Saturation implements Scenario {

    private static final List<Integer> SUBSCRIBERS = List.of(1_000, 100);
    private static final Duration SETTLE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "saturation";
    }

    @Override
    public String title() {
        return "deliveries per second in a closed loop, one tenant";
    }

    @Override
    public void run(Bench bench, Report report) {
        bench.withEachServer(report, (name, server, load) -> {
            bench.say(name);
            WarmUp.of(bench, server, load);
            for (int subscribers : SUBSCRIBERS) {
                Row row = report.row(subscribers + " subscribers of one tenant", name);
                FanoutPlan plan = FanoutPlan.saturating(bench.settings(), "saturation-" + subscribers, 1, subscribers);
                throughput(bench, server, load, plan, row);
            }
        });
    }

    /** Measures what goes through at most. */
    static void throughput(Bench bench, Server server, Load load, FanoutPlan plan, Row row) {
        try (FanoutRun run = FanoutRun.start(bench, server, load, plan)) {
            run.settle(SETTLE);
            run.measure(plan.name(), window -> {
                window.throughput(row);
                window.cost(row);
            });
            run.finish(row);
        }
    }
}
