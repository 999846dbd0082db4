package io.andon.backends;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an {@link Issuer} runs.
 *
 * @param port 0 for any free one
 * @param accessTokenValidity how long an access token is good
 * @param keyFile where the signing key is kept, so that a restart signs nobody out; without it every start has its own
 */
public record IssuerSettings(int port, Duration accessTokenValidity, Optional<Path> keyFile) {

    public static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);

    /** Settings for a test: a key of its own, tokens for an hour. */
    public static IssuerSettings onPort(int port) {
        return new IssuerSettings(port, DEFAULT_VALIDITY, Optional.empty());
    }
}
