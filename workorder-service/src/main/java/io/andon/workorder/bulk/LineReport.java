package io.andon.workorder.bulk;

import io.andon.kit.problem.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param line its number, from 1
 * @param id of what it made; null if it was refused
 * @param code why it was refused, as a request of its own would have been; null if it was not
 * @param detail the same for people
 * @param errors the fields that are wrong
 */
public record LineReport(
        int line, @Nullable UUID id, @Nullable String code, @Nullable String detail, List<FieldError> errors) {

    public LineReport {
        errors = List.copyOf(errors);
    }

    boolean isRefused() {
        return code != null;
    }
}
