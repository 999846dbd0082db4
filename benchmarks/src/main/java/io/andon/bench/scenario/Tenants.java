package io.andon.bench.scenario;

import io.andon.bench.report.Report;
import io.andon.bench.report.Row;

/** How much goes through when nobody shares anything: each event has one subscriber. */
final class Tenants implements Scenario {

    private static final int TENANTS = 1_000;

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public String title() {
        return "deliveries per second in a closed loop, 1,000 tenants of one subscriber";
    }

    @Override
    public void run(Bench bench, Report report) {
        bench.withEachServer(report, (name, server, load) -> {
            bench.say(name);
            WarmUp.of(bench, server, load);
            Row row = report.row("1,000 tenants of one subscriber", name);
            Saturation.throughput(
                    bench, server, load, FanoutPlan.saturating(bench.settings(), "tenants", TENANTS, TENANTS), row);
        });
    }
}
