package io.andon.workorder.stock;

import io.andon.kit.problem.InvalidField;
import java.time.DateTimeException;
import java.time.Instant;

/** A place in an item's history: where a page of it ended. */
record HistoryPosition(Instant occurredAt, long movementSeq, int lineNo) {

    private static final String SEPARATOR = "|";

    /** @throws InvalidField if {@code key} is not a {@link #key()} */
    static HistoryPosition of(String key) {
        String[] parts = key.split("\\|");
        try {
            return new HistoryPosition(Instant.parse(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException foreign) {
            throw new InvalidField("cursor", "is not a cursor of this list");
        }
    }

    String key() {
        return occurredAt + SEPARATOR + movementSeq + SEPARATOR + lineNo;
    }
}
