package io.andon.bench.scenario;

import io.andon.bench.ledger.LedgerTables;
import io.andon.bench.ledger.MadeUpLedger;
import io.andon.bench.ledger.PlainSql;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.MetricsServer;
import io.andon.bench.server.Postgres;
import java.util.List;

/** What a run of all metrics costs: as much as the ledger has, or as much as has changed. */
final class MetricsRuns implements Scenario {

    private static final String TENANT = "t-0";
    private static final int LINES_PER_ITEM = 100;

    /** The default window before {@link MadeUpLedger#END}. */
    private static final String WINDOW_START = "2026-04-01T02:00:00Z";

    @Override
    public String name() {
        return "metrics-runs";
    }

    @Override
    public String title() {
        return "all four metrics of a tenant: from what is kept, from everything, and without the service";
    }

    @Override
    public void run(Bench bench, Report report) {
        int lines = bench.settings().ledgerLines();
        MadeUpLedger ledger =
                new MadeUpLedger(lines / LINES_PER_ITEM, lines, bench.settings().seed());
        try (Kafka kafka = Kafka.start(bench.directory());
                Postgres postgres = Postgres.start(bench.directory(), MetricsServer.DATABASE);
                MetricsServer metrics = bench.metrics(kafka, postgres)) {
            bench.say("filling the ledger: " + ledger.items() + " items, " + lines + " lines");
            LedgerTables tables = new LedgerTables(postgres, MetricsServer.DATABASE, TENANT);
            tables.fill(ledger);
            new Measured(bench, report, postgres, metrics, tables, ledger).all();
        }
        report.note(
                "Without the service: " + PlainSql.tool() + ". \"The run's statements\" are those of a run with all"
                        + " of its values, from PostgreSQL's log. \"From the ledger\" knows no lots, transfers or voids in aging.");
        report.note("PostgreSQL as the local stack has it: 64 MB of shared buffers, 4 MB of work memory.");
    }

    private record Measured(
            Bench bench,
            Report report,
            Postgres postgres,
            MetricsServer metrics,
            LedgerTables tables,
            MadeUpLedger ledger) {

        void all() {
            String setting = ledger.items() + " items, " + ledger.lines() + " lines";
            PlainSql sql = new PlainSql(
                    postgres, MetricsServer.DATABASE, bench.directory().resolve("plain.sql"));
            Row everything = report.row(setting, "run: all has changed");
            Row hundredth = report.row(setting, "run: 1 % has changed");
            Row nothing = report.row(setting, "run: nothing has changed");
            Row statements = report.row(setting, "the run's statements");
            Row raw = report.row(setting, "from the ledger");
            for (int round = 0; round < bench.settings().repetitions(); round++) {
                bench.say("round " + (round + 1) + " of " + bench.settings().repetitions());
                if (round > 0) {
                    tables.nothingIsKept();
                }
                double all = run(everything);
                postgres.execute(MetricsServer.DATABASE, "vacuum analyze");
                double full = run(nothing);
                tables.moveEachHundredth(ledger, round);
                double one = run(hundredth);
                hundredth.add("/ all", one / all).add("/ nothing", one / full);
                bareStatements(sql, statements, nothing);
                double plain = sql.raw(TENANT, WINDOW_START);
                raw.add("s", plain);
                nothing.add("/ ledger", full / plain);
                everything.add("/ ledger", all / plain);
            }
        }

        private double run(Row row) {
            MetricsServer.Run run = metrics.run(TENANT, MadeUpLedger.END);
            row.add("s", run.seconds());
            run.metricSeconds()
                    .forEach((metric, seconds) -> row.add(metric.substring(0, metric.indexOf('_')) + " s", seconds));
            row.add("heap MB", metrics.meter("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20));
            return run.seconds();
        }

        /** A run and its repetition, one right after the other. */
        private void bareStatements(PlainSql sql, Row statements, Row nothing) {
            sql.record(true);
            MetricsServer.Run recorded = metrics.run(TENANT, MadeUpLedger.END);
            sql.record(false);
            List<String> run = sql.lastRun();
            double bare = sql.repeat(run, recorded.id());
            double again = metrics.run(TENANT, MadeUpLedger.END).seconds();
            statements.add("s", bare);
            nothing.add("/ statements", again / bare);
        }
    }
}
