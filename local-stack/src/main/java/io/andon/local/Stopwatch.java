package io.andon.local;

import java.time.Duration;

/** How long something has taken so far. */
final class Stopwatch {

    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
