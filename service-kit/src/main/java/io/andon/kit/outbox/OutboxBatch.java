package io.andon.kit.outbox;

import java.util.List;

/**
 * Rows that were read at once.
 *
 * @param rows in their order
 * @param full whether there may be more
 */
record OutboxBatch(List<OutboxRow> rows, boolean full) {

    static final OutboxBatch EMPTY = new OutboxBatch(List.of(), false);

    OutboxBatch {
        rows = List.copyOf(rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
