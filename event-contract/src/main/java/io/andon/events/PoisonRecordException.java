package io.andon.events;

/** A Kafka record that is not an event of this contract. Its message is the reason, fit for a dead-letter header. */
public final class PoisonRecordException extends RuntimeException {

    public PoisonRecordException(String reason) {
        super(reason);
    }

    public PoisonRecordException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
