package io.andon.kit.idempotency;

import io.andon.kit.problem.Failure;

/** The same key came with another request: one of the two would have been lost. */
public final class IdempotencyKeyReused extends Failure {

    IdempotencyKeyReused() {
        super(
                Category.CONFLICT,
                "IDEMPOTENCY_KEY_REUSED",
                "Idempotency key used for another request",
                "This Idempotency-Key was used for a request with another path or body. Use a new key.");
    }
}
