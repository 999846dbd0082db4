package io.andon.metrics.list;

import io.andon.kit.problem.InvalidField;
import java.util.UUID;

/**
 * Where a page of figures ended. It names the run, so that the pages of one list belong together even when the next run
 * is published between them.
 */
record ResultCursor(UUID runId, int position) {

    private static final String SEPARATOR = "/";

    static ResultCursor parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            if (parts.length == 2) {
                return new ResultCursor(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException malformed) {
            throw notACursor();
        }
        throw notACursor();
    }

    String text() {
        return runId + SEPARATOR + position;
    }

    private static InvalidField notACursor() {
        return new InvalidField("cursor", "is not a cursor of this list");
    }
}
