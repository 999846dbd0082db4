package io.andon.local;

import java.io.PrintStream;
import java.time.Duration;

/** What the person at the terminal sees while the stack starts and stops. Any thread may report. */
public final class Progress {

    private final PrintStream out;

    private Progress(PrintStream out) {
        this.out = out;
    }

    public static Progress on(PrintStream out) {
        return new Progress(out);
    }

    /** One line for a part that is ready. */
    void ready(String part, String what, Duration took) {
        say(String.format("  %-20s %-26s %5.1f s", part, what, took.toMillis() / 1_000.0));
    }

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
