package io.andon.kit.idempotency;

/** An answer as it was sent the first time. */
record StoredAnswer(int status, byte[] json) {}
