package io.andon.bench.scenario;

import io.andon.bench.posting.Pgbench;
import io.andon.bench.posting.PostingLoad;
import io.andon.bench.posting.Postings;
import io.andon.bench.process.Cpu;
import io.andon.bench.process.ThreadTimes;
import io.andon.bench.process.Wait;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.WorkorderServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** One window of the service, or of pgbench while the service is stopped. Used by one thread. */
final class PostingRun {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int WARM_UPS = 8;
    private static final String BACKLOG = "select count(*) from outbox";

    private final Bench bench;
    private final Postgres postgres;
    private final WorkorderServer service;
    private final PostingLoad load;

    PostingRun(Bench bench, Postgres postgres, WorkorderServer service, PostingLoad load) {
        this.bench = bench;
        this.postgres = postgres;
        this.service = service;
        this.load = load;
    }

    /**
     * Until little is left to compile: a JVM gets fast by what it has done, not by the time. On a busy machine it takes
     * longer, within limits; the report tells what the compilers still took at the end.
     */
    void warmUp(Report report) {
        int rounds = bench.settings().quick() ? 1 : WARM_UPS;
        double compiling = 1;
        for (int i = 0; i < rounds && compiling > WarmUp.COMPILED; i++) {
            bench.say("warm-up " + (i + 1));
            ThreadTimes before = ThreadTimes.of(service.pid());
            load.run(bench.settings().warmUp());
            compiling = ThreadTimes.of(service.pid()).since(before).compilerShare();
        }
        report.note("Compilers took %.0f %% of the service's processor time in the last round of the warm-up."
                .formatted(100 * compiling));
    }

    Pgbench record(Path script) {
        awaitRelayed(postgres);
        return Pgbench.record(postgres, load, script);
    }

    void service(Row row) {
        load.run(SETTLE);
        Cpu before = service.cpu();
        Postings postings = window(row, () -> load.run(bench.settings().window()));
        row.add("service CPU", perPosting(service.cpu().minus(before), postings))
                .add("outbox backlog", postgres.number(WorkorderServer.DATABASE, BACKLOG));
        awaitRelayed(postgres);
    }

    void pgbench(Pgbench pgbench, Row row) {
        service.pause();
        try {
            window(row, () -> pgbench.run(bench.settings().window()));
            postgres.execute(WorkorderServer.DATABASE, "truncate outbox");
        } finally {
            service.resume();
        }
    }

    private Postings window(Row row, Supplier<Postings> measured) {
        postgres.execute(WorkorderServer.DATABASE, "checkpoint");
        Cpu before = postgres.cpu();
        Postings postings = measured.get();
        postings.report(row);
        row.add("PostgreSQL CPU", perPosting(postgres.cpu().minus(before), postings));
        return postings;
    }

    private static double perPosting(Cpu cpu, Postings postings) {
        return cpu.total() * 1_000 / postings.took().count();
    }

    /** Until the relay has nothing to do. */
    static void awaitRelayed(Postgres postgres) {
        Wait.atMost(PATIENCE, "the outbox is empty", () -> postgres.number(WorkorderServer.DATABASE, BACKLOG) == 0);
    }
}
