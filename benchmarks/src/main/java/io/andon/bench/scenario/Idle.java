package io.andon.bench.scenario;

import io.andon.bench.load.Load;
import io.andon.bench.process.Wait;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.Server;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a stream costs that nothing is sent on. A process may have 20,000 descriptors on many a machine. */
final class Idle implements Scenario {

    private static final int STREAMS = 19_000;
    private static final int TENANTS = 19;
    private static final double KIBIBYTE = 1024;

    /**
     * Small at first, so that it grows with what is in it; and the collector that a JVM takes by itself in a container of
     * 512 MB, which is what {@code docker-compose.yml} gives a service.
     */
    private static final List<String> HEAP = List.of("-Xms64m", "-Xmx307m", "-XX:+UseSerialGC");

    /** Longer than the gateway's heartbeat, so that every stream has been written to. */
    private static final Duration SETTLE = Duration.ofSeconds(18);

    private static final Duration QUICK_SETTLE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String title() {
        return "memory of 19,000 idle streams";
    }

    @Override
    public void run(Bench bench, Report report) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int i = 0; i < bench.settings().repetitions(); i++) {
            bench.withEachServer(report, HEAP, (name, server, load) -> {
                bench.say(name);
                Row row = rows.computeIfAbsent(name, ignored -> report.row("19,000 streams, 19 tenants", name));
                measure(bench, server, load, row);
            });
        }
        report.note("The heap begins with 64 MB and may grow to 307 MB, 60 % of a container of 512 MB, with the serial"
                + " collector, which a JVM takes there. Memory is the process's PSS, before the"
                + " streams and with them; after gc: both after the JVM was told to collect its garbage.");
    }

    private static void measure(Bench bench, Server server, Load load, Row row) {
        // What the first streams bring along, such as classes and compiled code, is not the cost of a stream.
        try (FanoutRun run =
                FanoutRun.start(bench, server, load, FanoutPlan.saturating(bench.settings(), "before", 1, TENANTS))) {
            run.settle(QUICK_SETTLE);
        }
        server.collectGarbage();
        long before = server.memoryBytes();
        long startNanos = System.nanoTime();
        load.open(server.connect(FanoutPlan.names("idle", TENANTS), STREAMS));
        row.add("opened/s", STREAMS / ((load.look().openedAtNanos() - startNanos) / 1e9));
        Wait.pass(bench.settings().quick() ? QUICK_SETTLE : SETTLE);
        row.add("KiB/stream", perStream(server.memoryBytes() - before));
        server.collectGarbage();
        row.add("after gc", perStream(server.memoryBytes() - before))
                .add("open", load.look().open());
        load.closeStreams();
    }

    private static double perStream(long bytes) {
        return bytes / KIBIBYTE / STREAMS;
    }
}
