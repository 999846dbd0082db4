package io.andon.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one clock, in steps of a microsecond: what PostgreSQL stores, so that a time reads back as it was written. */
final class SystemClock {

    private static final Duration POSTGRES_RESOLUTION = Duration.ofNanos(1_000);

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), POSTGRES_RESOLUTION);
    }
}
