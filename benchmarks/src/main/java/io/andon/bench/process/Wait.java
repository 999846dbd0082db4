package io.andon.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, which tells nobody. */
public final class Wait {

    private static final long STEP_NANOS = 20_000_000;

    private Wait() {}

    /** @throws IllegalStateException if it is not so in time */
    public static void atMost(Duration patience, String what, BooleanSupplier condition) {
        if (!happens(patience, condition)) {
            throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain until " + what);
        }
    }

    /** Whether it is so in time. */
    public static boolean happens(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }

    public static void pass(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
