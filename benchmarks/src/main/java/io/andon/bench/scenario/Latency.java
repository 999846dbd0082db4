package io.andon.bench.scenario;

import io.andon.bench.load.Load;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Server;
import java.time.Duration;
import java.util.List;

/** How long an event takes when there is time enough. */
final class Latency implements Scenario {

    private record Case(int eventsPerSecond, int subscribers) {}

    private static final List<Case> CASES = List.of(new Case(20, 1_000), new Case(100, 1_000), new Case(200, 100));
    private static final Duration SETTLE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String title() {
        return "from the producer to the subscribers at a steady rate, one tenant";
    }

    @Override
    public void run(Bench bench, Report report) {
        bench.withEachServer(report, (name, server, load) -> {
            bench.say(name);
            WarmUp.of(bench, server, load);
            for (Case one : CASES) {
                Row row = report.row(one.eventsPerSecond + " events/s, " + one.subscribers + " subscribers", name);
                measure(bench, server, load, one, row);
            }
        });
    }

    private static void measure(Bench bench, Server server, Load load, Case one, Row row) {
        String name = "latency-" + one.eventsPerSecond + "x" + one.subscribers;
        FanoutPlan plan = FanoutPlan.atRate(name, one.subscribers, one.eventsPerSecond);
        try (FanoutRun run = FanoutRun.start(bench, server, load, plan)) {
            run.settle(SETTLE);
            run.measure(name, window -> {
                window.latency(row);
                window.cost(row);
            });
            run.finish(row);
        }
    }
}
