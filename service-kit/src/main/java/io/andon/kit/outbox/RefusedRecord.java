package io.andon.kit.outbox;

/** Among the records that were to be sent there is one that will never be taken as it is; none of them was published. */
final class RefusedRecord extends Exception {

    RefusedRecord(Throwable cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
