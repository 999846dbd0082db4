package io.andon.local;

/** The stack cannot start or go on. The message is for the person at the terminal and says what to do about it. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
