package io.andon.local.demo.api;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long to go on asking somebody who does not answer.
 *
 * @param limit from the first failure on
 * @param firstPause doubles with every further failure, up to {@code longestPause}
 * @param listener is told of the first failure of a row, and of its end
 */
public record Patience(Duration limit, Duration firstPause, Duration longestPause, Consumer<String> listener) {

    /** For ever, as far as anybody will notice. */
    public static final Duration ENDLESS = Duration.ofDays(36_500);

    public static Patience of(Duration limit, Consumer<String> listener) {
        return new Patience(limit, Duration.ofMillis(250), Duration.ofSeconds(5), listener);
    }

    Duration pause(int failures) {
        // Beyond this many doublings the longest pause has long been reached.
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, 16));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
