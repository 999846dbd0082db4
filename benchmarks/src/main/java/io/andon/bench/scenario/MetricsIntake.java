package io.andon.bench.scenario;

import io.andon.bench.ledger.MadeUpLedger;
import io.andon.bench.process.Cpu;
import io.andon.bench.process.ProcFiles;
import io.andon.bench.process.Wait;
import io.andon.bench.profile.Profile;
import io.andon.bench.publish.EventPublisher;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.MetricsServer;
import io.andon.bench.server.Postgres;
import io.andon.events.Topics;
import java.time.Duration;

/** How fast metrics-service takes a ledger in that waits in Kafka: all of one tenant, so of one partition. */
final class MetricsIntake implements Scenario {

    private static final String TENANT = "t-0";
    private static final int LINES_PER_ITEM = 20;
    private static final String WAITING = "andon_intake_lag_records";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "metrics-intake";
    }

    @Override
    public String title() {
        return "lines that metrics-service takes in per second, from Kafka into its ledger";
    }

    @Override
    public void run(Bench bench, Report report) {
        int lines = bench.settings().ledgerLines() / 8;
        MadeUpLedger ledger =
                new MadeUpLedger(lines / LINES_PER_ITEM, lines, bench.settings().seed());
        try (Kafka kafka = Kafka.start(bench.directory());
                Postgres postgres = Postgres.start(bench.directory(), MetricsServer.DATABASE)) {
            kafka.create(Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA);
            bench.say("producing " + lines + " lines of " + ledger.items() + " items");
            try (EventPublisher publisher = new EventPublisher(kafka.bootstrapServers(), TENANT)) {
                ledger.forEachMovement(publisher::publish);
            }
            try (MetricsServer metrics = bench.metrics(kafka, postgres)) {
                Row row = report.row(ledger.items() + " items, three lines a movement", "metrics-service");
                Measured measured = new Measured(bench, postgres, metrics, ledger.storedLines());
                measured.all(row);
                measured.rest(row);
            }
        }
        report.note("PostgreSQL as the local stack has it: a commit waits for the disk, 64 MB of shared buffers.");
    }

    private record Measured(Bench bench, Postgres postgres, MetricsServer metrics, long produced) {

        void all(Row row) {
            bench.say("warming up");
            Wait.pass(bench.settings().warmUp());
            for (int i = 0; i < bench.settings().repetitions(); i++) {
                window(row);
            }
            if (bench.settings().profile()) {
                Profile.of(
                        metrics.pid(),
                        bench.directory().resolve("metrics-intake-profile.txt"),
                        () -> Wait.pass(bench.settings().window()));
            }
        }

        /** However fast: everything has to arrive. */
        void rest(Row row) {
            Wait.atMost(
                    PATIENCE,
                    "everything has been taken in",
                    () -> metrics.meter(WAITING) == 0 && stored() == produced);
            row.add("lines in all", stored());
        }

        private long stored() {
            return postgres.number(MetricsServer.DATABASE, "select count(*) from movement_line");
        }

        private void window(Row row) {
            double before = lines();
            Cpu service = ProcFiles.cpu(metrics.pid());
            Cpu database = postgres.cpu();
            long startNanos = System.nanoTime();
            Wait.pass(bench.settings().window());
            double taken = lines() - before;
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            row.add("lines/s", taken / seconds)
                    .add(
                            "service CPU µs/line",
                            perLine(ProcFiles.cpu(metrics.pid()).minus(service), taken))
                    .add("PostgreSQL CPU µs/line", perLine(postgres.cpu().minus(database), taken))
                    .add("heap MB", metrics.meter("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20))
                    .add("waiting", metrics.meter(WAITING));
        }

        private double lines() {
            return 3 * metrics.meter("andon_intake_records_total");
        }

        private static double perLine(Cpu cpu, double lines) {
            return cpu.total() * 1e6 / lines;
        }
    }
}
