package io.andon.workorder.replicas;

/** Open at first; while it is closed, who comes waits. Safe for all threads. */
final class Gate {

    private boolean closed;

    synchronized void pass() {
        while (closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized void close() {
        closed = true;
    }

    synchronized void open() {
        closed = false;
        notifyAll();
    }
}
