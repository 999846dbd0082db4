package io.andon.bench.publish;

import io.andon.bench.load.Progress;
import io.andon.bench.stream.NumberedValue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Produces numbered events on a thread of its own, until it is stopped: in rounds, one event for each tenant with the
 * round's number.
 */
public final class Traffic implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = 50_000;

    /** After that long without progress, what is in flight is given up: lost events must not end the run. */
    private static final long WRITE_OFF_NANOS = 3_000_000_000L;

    private final Publisher publisher;
    private final NumberedValue values;
    private final int tenants;
    private final Progress progress;
    private final Thread thread;
    private volatile Pace pace;
    private volatile boolean stopped;
    private volatile long produced;
    private volatile long writtenOff;
    private volatile @Nullable RuntimeException failure;

    private Traffic(Publisher publisher, NumberedValue values, int tenants, Pace pace, Progress progress) {
        this.publisher = publisher;
        this.values = values;
        this.tenants = tenants;
        this.pace = pace;
        this.progress = progress;
        this.thread = new Thread(this::run, "traffic");
    }

    /** Begins with number 1. {@code publisher} is the traffic's from now on and closed with it. */
    public static Traffic start(Publisher publisher, NumberedValue values, int tenants, Pace pace, Progress progress) {
        Traffic traffic = new Traffic(publisher, values, tenants, pace, progress);
        traffic.thread.setDaemon(true);
        traffic.thread.start();
        return traffic;
    }

    private void run() {
        try {
            while (!stopped) {
                if (pace instanceof Pace.Window window) {
                    keepFull(window);
                } else if (pace instanceof Pace.Rate rate) {
                    keepTime(rate);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void keepFull(Pace.Window window) {
        long givenUp = 0;
        long slowest = 0;
        long progressAt = System.nanoTime();
        while (!stopped && pace == window) {
            long now = progress.slowest();
            if (now != slowest) {
                slowest = now;
                progressAt = System.nanoTime();
            }
            if (produced - Math.max(givenUp, slowest) < window.rounds()) {
                round();
            } else {
                publisher.flush();
                if (System.nanoTime() - progressAt > WRITE_OFF_NANOS) {
                    writtenOff += produced - Math.max(givenUp, slowest);
                    givenUp = produced;
                    progressAt = System.nanoTime();
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
    }

    private void keepTime(Pace.Rate rate) {
        long step = (long) (1e9 / rate.perSecond());
        for (long due = System.nanoTime(); !stopped && pace == rate; due += step) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            round();
            publisher.flush();
        }
    }

    private void round() {
        long number = produced + 1;
        for (int tenant = 0; tenant < tenants; tenant++) {
            publisher.publish(tenant, values.of(number, System.nanoTime()));
        }
        produced = number;
    }

    /** Goes on at another pace. */
    public void change(Pace to) {
        pace = to;
    }

    /** The number of the last round. */
    public long produced() {
        return produced;
    }

    /** Rounds that were given up. */
    public long writtenOff() {
        return writtenOff;
    }

    /** Produces nothing more; what was produced is on its way. */
    public void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        publisher.flush();
        if (failure != null) {
            throw new IllegalStateException("producing failed", failure);
        }
    }

    @Override
    public void close() {
        stopped = true;
        publisher.close();
    }
}
