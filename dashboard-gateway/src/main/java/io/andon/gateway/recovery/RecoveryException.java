package io.andon.gateway.recovery;

import io.andon.gateway.fanout.ResyncReason;

/** What a client has missed cannot be given to it. */
final class RecoveryException extends RuntimeException {

    private final ResyncReason reason;

    RecoveryException(ResyncReason reason) {
        super(reason.wireName());
        this.reason = reason;
    }

    ResyncReason reason() {
        return reason;
    }
}
