package io.andon.bench.scenario;

import io.andon.bench.load.Load;
import io.andon.bench.server.Server;
import java.time.Duration;

/** A JVM is slow at first; what is measured is how it is later. */
final class WarmUp {

    /** What JIT compilers may still take of the processor time when what a service does is measured. */
    static final double COMPILED = 0.1;

    private static final int SUBSCRIBERS = 500;
    private static final Duration WITHOUT_JIT = Duration.ofSeconds(3);

    private WarmUp() {}

    /** Loads the server as much as it takes. */
    static void of(Bench bench, Server server, Load load) {
        Duration full = bench.settings().warmUp();
        FanoutPlan plan = FanoutPlan.saturating(bench.settings(), "warm-up", 1, SUBSCRIBERS);
        try (FanoutRun run = FanoutRun.start(bench, server, load, plan)) {
            run.settle(server.isJava() || full.compareTo(WITHOUT_JIT) < 0 ? full : WITHOUT_JIT);
        }
    }
}
