package io.andon.bench.scenario;

import io.andon.bench.posting.Pgbench;
import io.andon.bench.posting.PostingLoad;
import io.andon.bench.profile.Profile;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.WorkorderServer;
import java.time.Duration;
import java.util.List;

/** What the service makes of its database: its postings beside the same statements without the service. */
final class Posting implements Scenario {

    private static final int CLIENTS = 8;
    private static final String SETTING = CLIENTS + " clients, record-batch of 3 + 1 lines";
    private static final Duration TOKEN = Duration.ofHours(2);

    @Override
    public String name() {
        return "posting";
    }

    @Override
    public String title() {
        return "record-batch per second, against pgbench with the same statements";
    }

    @Override
    public void run(Bench bench, Report report) {
        try (Kafka kafka = Kafka.start(bench.directory());
                Postgres postgres = Postgres.start(bench.directory(), WorkorderServer.DATABASE);
                WorkorderServer service = bench.workorders(kafka, postgres);
                PostingLoad load = PostingLoad.open(
                        service.address(), kafka.issuer().token("bench", List.of("planner"), TOKEN), CLIENTS)) {
            PostingRun run = new PostingRun(bench, postgres, service, load);
            run.warmUp(report);
            measure(bench, report, run);
            if (bench.settings().profile()) {
                Profile.of(
                        service.pid(),
                        bench.directory().resolve("posting-profile.txt"),
                        () -> load.run(bench.settings().window()));
            }
        }
        report.note("The database waits for the disk at each commit. The service also relays its events to the broker"
                + " meanwhile; pgbench leaves them in the outbox. CPU is that of a posting, in milliseconds.");
    }

    /** In turns, so that whatever else the machine does meets both. */
    private static void measure(Bench bench, Report report, PostingRun run) {
        Row service = report.row(SETTING, "workorder-service");
        if (!Pgbench.isInstalled()) {
            report.note("pgbench is not installed (Debian: postgresql-contrib): nothing to compare with.");
            for (int i = 0; i < bench.settings().repetitions(); i++) {
                run.service(service);
            }
            return;
        }
        Pgbench pgbench = run.record(bench.directory().resolve("posting.sql"));
        Row bare = report.row(SETTING, "pgbench");
        report.note("What pgbench runs was recorded from the server's log just before: posting.sql.");
        for (int i = 0; i < bench.settings().repetitions(); i++) {
            bench.say("turn " + (i + 1));
            run.service(service);
            run.pgbench(pgbench, bare);
        }
    }
}
