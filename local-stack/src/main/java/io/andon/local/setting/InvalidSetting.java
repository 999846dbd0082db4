package io.andon.local.setting;

/** What was set makes no sense; the message says to what, and what would. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSetting(String message) {
        super(message);
    }
}
