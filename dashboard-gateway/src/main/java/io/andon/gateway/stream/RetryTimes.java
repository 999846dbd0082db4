package io.andon.gateway.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Tells each client another time to come back, so that those who left together do not return together. */
@Singleton
final class RetryTimes {

    private final long meanMs;

    @Inject
    RetryTimes(StreamConfig config) {
        this.meanMs = config.retry().toMillis();
    }

    /** Between half of the configured time and one and a half of it. */
    long nextMs() {
        return meanMs / 2 + ThreadLocalRandom.current().nextLong(meanMs + 1);
    }
}
