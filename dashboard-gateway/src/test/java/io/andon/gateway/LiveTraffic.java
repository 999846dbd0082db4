package io.andon.gateway;

import io.andon.events.Topics;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A tenant on whose boards something happens a hundred times a second; the events are numbered. */
final class LiveTraffic implements AutoCloseable {

    private static final long EVERY_MS = 10;

    private final AtomicInteger sent = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    LiveTraffic(TestRecords records, String tenant) {
        thread.scheduleAtFixedRate(() -> sendNext(records, tenant), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Counted when it is there: one that fails is the last. */
    private void sendNext(TestRecords records, String tenant) {
        records.send(Topics.METRICS_EVENTS, tenant, "metrics:updated", "{\"i\":" + sent.get() + "}");
        sent.incrementAndGet();
    }

    /** Stops, and answers how many events were sent. */
    int end() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a record was not taken");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sent.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
