package io.andon.kit.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One turn after the other of the active relay: read the oldest rows, send them, delete them when they count. Used by
 * the relay's thread alone.
 *
 * <p>A refusal says that a batch holds a bad row, not always which. The rows of that batch are then sent one by one, and
 * the bad one is set aside. What comes behind it of the same subject waits with it, so that an aggregate's events keep
 * their order when they are brought back; everything else passes.
 */
final class RelayPass {

    private static final Logger LOG = Logger.getLogger(RelayPass.class);

    /** Deleted rows after which their room is cleared: some ten megabytes. */
    private static final int VACUUM_EVERY = 20_000;

    private final OutboxTable table;
    private final OutboxPublisher publisher;
    private final OutboxMetrics metrics;
    private final int batchSize;
    private int oneByOne;
    private int deleted;

    RelayPass(OutboxTable table, OutboxPublisher publisher, OutboxMetrics metrics, int batchSize) {
        this.table = table;
        this.publisher = publisher;
        this.metrics = metrics;
        this.batchSize = batchSize;
    }

    /** Relays the next rows; false when there were none. */
    boolean relayNext() throws InterruptedException {
        List<OutboxRow> rows = table.next(oneByOne > 0 ? 1 : batchSize);
        if (rows.isEmpty()) {
            return false;
        }
        oneByOne = Math.max(0, oneByOne - 1);
        Map<Boolean, List<OutboxRow>> byFreedom =
                rows.stream().collect(Collectors.partitioningBy(OutboxRow::behindRefused));
        List<OutboxRow> held = byFreedom.get(true);
        if (!held.isEmpty()) {
            table.holdBack(held.stream().map(OutboxRow::seq).toList());
        }
        publish(byFreedom.get(false));
        return true;
    }

    private void publish(List<OutboxRow> rows) throws InterruptedException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            publisher.publish(rows);
            delete(rows);
            metrics.relayed(rows);
        } catch (RefusedRecord refused) {
            if (rows.size() == 1) {
                setAside(rows.get(0), refused.getMessage());
            } else {
                oneByOne = rows.size();
            }
        }
    }

    private void delete(List<OutboxRow> rows) {
        table.delete(rows.stream().map(OutboxRow::seq).toList());
        deleted += rows.size();
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
}
