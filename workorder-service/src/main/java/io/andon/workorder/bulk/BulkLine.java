package io.andon.workorder.bulk;

import io.andon.kit.problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line as it was read.
 *
 * @param number from 1, as an editor counts
 * @param value null if there are errors
 */
record BulkLine<T>(int number, @Nullable T value, List<FieldError> errors) {

    BulkLine {
        errors = List.copyOf(errors);
    }
}
