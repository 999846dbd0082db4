package io.andon.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Stops everything that was started, the last first, exactly once, whoever asks: the end of the program, Ctrl-C, or the
 * end of the process that started this one. The JVM runs its shutdown hooks side by side, so the stack has one hook.
 */
final class StopOrder implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Progress progress;
    private boolean stopping;

    StopOrder(Progress progress) {
        this.progress = progress;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Adds a part before it starts, so that a stop in the middle of its start finds it. */
    synchronized <T extends AutoCloseable> T add(T part) {
        if (stopping) {
            throw new StackException("The stack is stopping.");
        }
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        Deque<AutoCloseable> toStop;
        synchronized (this) {
            stopping = true;
            toStop = new ArrayDeque<>(parts);
            parts.clear();
        }
        if (toStop.isEmpty()) {
            return;
        }
        progress.say(System.lineSeparator() + "Stopping …");
        for (AutoCloseable part : toStop) {
            try {
                part.close();
            } catch (Exception e) {
                progress.say("While stopping: " + e);
            }
        }
        progress.say("Stopped.");
    }
}
