package io.andon.local.demo.api;

/** The API said no, or nothing at all for too long; the message says to what. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int NO_ANSWER = 0;
    private static final int CONFLICT = 409;

    private final int status;

    public Refused(String message) {
        this(NO_ANSWER, message);
    }

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Whether it was refused because of how things stand, and may be taken at another time. */
    public boolean isConflict() {
        return status == CONFLICT;
    }
}
