package io.andon.kit.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One turn after the other of the active relay: read the oldest rows, send them, delete them when they count. Used by
 * the relay's thread alone.
 *
 * <p>While a full batch is being sent, a thread of its own deletes the one before and reads the one behind; nothing else
 * happens at the table meanwhile. What is read ahead may lack a row that commits later, never one that an aggregate has
 * committed before another that is there: its rows are numbered, and become visible, in the order of its commits. Before
 * a batch counts, the one before is deleted, so that a crash repeats one batch at most. A refusal changes what is
 * to be sent next; what was read ahead is then read anew.
 *
 * <p>A refusal says that a batch holds a bad row, not always which. The next one is then half as long, until it is the bad
 * row alone, which is set aside; each that counts lets the next be twice as long. What comes behind the bad row of the same
 * subject waits with it, so that an aggregate's events keep their order when they are brought back; everything else
 * passes.
 */
final class RelayPass implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayPass.class);

    /** Deleted rows after which their room is cleared: some ten megabytes. */
    private static final int VACUUM_EVERY = 20_000;

    private final OutboxTable table;
    private final OutboxPublisher publisher;
    private final OutboxMetrics metrics;
    private final int batchSize;
    private final ExecutorService aside = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "outbox-table");
        thread.setDaemon(true);
        return thread;
    });

    /** What the table's thread is doing, and what it has read. */
    private CompletableFuture<OutboxBatch> ahead = CompletableFuture.completedFuture(OutboxBatch.EMPTY);

    /** Rows that count and are still in the table: only while the batch behind them has been read. */
    private List<OutboxRow> sent = List.of();

    private int limit;
    private int deleted;

    RelayPass(OutboxTable table, OutboxPublisher publisher, OutboxMetrics metrics, int batchSize) {
        this.table = table;
        this.publisher = publisher;
        this.metrics = metrics;
        this.batchSize = batchSize;
        this.limit = batchSize;
    }

    /** Relays the next rows; false when there were none. */
    boolean relayNext() throws InterruptedException {
        OutboxBatch batch = ahead.join();
        ahead = CompletableFuture.completedFuture(OutboxBatch.EMPTY);
        if (batch.isEmpty()) {
            batch = table.next(limit, List.of());
        }
        if (batch.isEmpty()) {
            return false;
        }
        Map<Boolean, List<OutboxRow>> byFreedom =
                batch.rows().stream().collect(Collectors.partitioningBy(OutboxRow::behindRefused));
        List<OutboxRow> held = byFreedom.get(true);
        if (!held.isEmpty()) {
            table.holdBack(held);
        }
        publish(new OutboxBatch(byFreedom.get(false), batch.full()));
        return true;
    }

    private void publish(OutboxBatch batch) throws InterruptedException {
        if (batch.isEmpty()) {
            deleteSent();
            return;
        }
        prepareNext(batch);
        try {
            publisher.send(batch.rows());
            OutboxBatch next = ahead.join();
            publisher.commit();
            sent = batch.rows();
            if (next.isEmpty()) {
                deleteSent();
            }
            metrics.relayed(batch.rows());
            limit = Math.min(batchSize, 2 * limit);
        } catch (RefusedRecord refused) {
            ahead.join();
            ahead = CompletableFuture.completedFuture(OutboxBatch.EMPTY);
            if (batch.rows().size() == 1) {
                setAside(batch.rows().get(0), refused.getMessage());
            }
            limit = Math.max(1, batch.rows().size() / 2);
        }
    }

    /** Has the table's thread do what is to be done there while {@code batch} is on its way, if anything is. */
    private void prepareNext(OutboxBatch batch) {
        if (batch.full()) {
            ahead = CompletableFuture.supplyAsync(
                    () -> {
                        deleteSent();
                        return table.next(limit, batch.rows());
                    },
                    aside);
        } else {
            deleteSent();
        }
    }

    private void deleteSent() {
        if (sent.isEmpty()) {
            return;
        }
        table.delete(sent);
        deleted += sent.size();
        sent = List.of();
        if (deleted >= VACUUM_EVERY) {
            deleted = 0;
            table.vacuum();
        }
    }

    private void setAside(OutboxRow row, String reason) {
        LOG.errorf(
                "outbox event set aside: %s tenantId=%s eventId=%s eventType=%s topic=%s",
                reason, row.tenant(), row.eventId(), row.type(), row.topic());
        table.setAside(row.seq(), reason);
        metrics.refused();
    }

    /** Deletes what counts, so that who relays next does not repeat it. */
    @Override
    public void close() {
        ahead.exceptionally(failed -> OutboxBatch.EMPTY).join();
        aside.shutdown();
        deleteSent();
    }
}
