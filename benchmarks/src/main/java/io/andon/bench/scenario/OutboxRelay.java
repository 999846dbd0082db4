package io.andon.bench.scenario;

import io.andon.bench.process.Cpu;
import io.andon.bench.process.ThreadTimes;
import io.andon.bench.profile.Profile;
import io.andon.bench.relay.Backlog;
import io.andon.bench.relay.PlainProducer;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.WorkorderServer;
import java.util.Locale;

/** How fast the relay works off what has piled up, beside a producer that has nothing to read and nothing to delete. */
final class OutboxRelay implements Scenario {

    /** Seconds of work: what the relay needs to see them, and we to see that they are gone, is not to count. */
    private static final Backlog BACKLOG = new Backlog(400_000);
    /** Warm-ups that a warm-up may last. */
    private static final int LONGEST = 3;

    private static final Backlog QUICK = new Backlog(5_000);

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public String title() {
        return "records per second from the outbox to the broker, against a plain producer";
    }

    @Override
    public void run(Bench bench, Report report) {
        Backlog backlog = bench.settings().quick() ? QUICK : BACKLOG;
        try (Kafka kafka = Kafka.start(bench.directory());
                Postgres postgres = Postgres.start(bench.directory(), WorkorderServer.DATABASE);
                WorkorderServer service = bench.workorders(kafka, postgres);
                PlainProducer plain = new PlainProducer(kafka.bootstrapServers(), PlainProducer.DEFAULT_BATCH_BYTES);
                PlainProducer likeRelay =
                        new PlainProducer(kafka.bootstrapServers(), PlainProducer.RELAY_BATCH_BYTES)) {
            Parts parts = new Parts(postgres, service, plain, likeRelay);
            warmUp(bench, parts, backlog);
            measure(bench, report, parts, backlog);
            if (bench.settings().profile()) {
                backlog.store(postgres);
                Profile.of(
                        service.pid(),
                        bench.directory().resolve("outbox-profile.txt"),
                        () -> Backlog.awaitEmpty(postgres));
            }
        }
        report.note(
                "The plain producer stands in for kafka-producer-perf-test, which sends neither keys nor headers. It"
                        + " runs in the broker's process, without a database, and without transactions; once with the client's"
                        + " default of 16 KiB to a partition at once, as that program, and once with the relay's 128 KiB.");
    }

    private record Parts(Postgres postgres, WorkorderServer service, PlainProducer plain, PlainProducer likeRelay) {}

    /**
     * Until both have had their share of load and the service's compilers are done with most of it; storing the records
     * is not the relay's.
     */
    private static void warmUp(Bench bench, Parts parts, Backlog backlog) {
        double seconds = bench.settings().warmUp().toSeconds();
        double compiling = 1;
        for (double loaded = 0; loaded < seconds || (compiling > WarmUp.COMPILED && loaded < LONGEST * seconds); ) {
            bench.say(String.format(Locale.ROOT, "warm-up, the relay worked for %.0f s so far", loaded));
            backlog.store(parts.postgres());
            ThreadTimes before = ThreadTimes.of(parts.service().pid());
            loaded += backlog.count() / emptied(parts.postgres(), backlog);
            compiling = ThreadTimes.of(parts.service().pid()).since(before).compilerShare();
            parts.plain().send(backlog);
            parts.likeRelay().send(backlog);
        }
    }

    /** In turns, so that whatever else the machine does meets both. */
    private static void measure(Bench bench, Report report, Parts parts, Backlog backlog) {
        String setting = backlog.count() + " records of 50 tenants, 400 bytes and headers";
        Row relay = report.row(setting, "outbox relay");
        Row producer = report.row(setting, "plain producer");
        Row likeRelay = report.row(setting, "plain producer, the relay's batches");
        for (int i = 0; i < bench.settings().repetitions(); i++) {
            bench.say("turn " + (i + 1));
            backlog.store(parts.postgres());
            Cpu service = parts.service().cpu();
            Cpu postgres = parts.postgres().cpu();
            relay.add("records/s", emptied(parts.postgres(), backlog))
                    .add("service CPU s/M", perMillion(parts.service().cpu().minus(service), backlog))
                    .add("PostgreSQL CPU s/M", perMillion(parts.postgres().cpu().minus(postgres), backlog));
            producer.add("records/s", parts.plain().send(backlog));
            likeRelay.add("records/s", parts.likeRelay().send(backlog));
        }
    }

    private static double perMillion(Cpu cpu, Backlog backlog) {
        return cpu.total() / backlog.count() * 1e6;
    }

    /** From just after the commit of all rows until the last one is gone. */
    private static double emptied(Postgres postgres, Backlog backlog) {
        long beganNanos = System.nanoTime();
        Backlog.awaitEmpty(postgres);
        return backlog.count() / ((System.nanoTime() - beganNanos) / 1e9);
    }
}
