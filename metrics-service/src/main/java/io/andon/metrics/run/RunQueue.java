package io.andon.metrics.run;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Carries out triggered runs, a few at a time. Places are reserved before a run begins, so that one that has begun
 * always gets its turn: when all are taken, the request is refused and nothing has happened.
 */
@ApplicationScoped
class RunQueue {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Runner runner;
    private final Leases leases;
    private final Computations computations;
    private final Semaphore places;
    private final ExecutorService threads;

    RunQueue(Runner runner, Leases leases, Computations computations, RunConfig config) {
        this.runner = runner;
        this.leases = leases;
        this.computations = computations;
        this.places = new Semaphore(config.parallel() + config.queue());
        this.threads = Executors.newFixedThreadPool(config.parallel(), task -> new Thread(task, "metrics-run"));
    }

    /** Cuts off the runs that have begun, nightly ones too, and waits until they are marked failed. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        computations.stop(STOP_TIMEOUT);
        // Not before: a request that has its place may still be about to add its run.
        threads.shutdownNow();
    }

    /**
     * @throws RunQueueFull if there is none
     * @throws ShuttingDown if there will be none
     */
    void reserve() {
        if (!computations.enter()) {
            throw new ShuttingDown();
        }
        if (!places.tryAcquire()) {
            computations.leave();
            throw new RunQueueFull();
        }
    }

    void giveBack() {
        places.release();
        computations.leave();
    }

    /** Takes over a run for which a place is reserved. */
    void add(Runner.Begun begun) {
        leases.hold(begun.tenant(), begun.runId());
        threads.execute(() -> {
            try {
                runner.carryOut(begun);
            } finally {
                giveBack();
            }
        });
    }
}
