package io.andon.kit.problem;

import java.util.List;
import java.util.Map;

/** A field of the request is well-formed, but its value makes no sense here. */
public final class InvalidField extends Failure {

    /** @param field its path in the body or the name of the parameter, for instance {@code lines[0].uom} */
    public InvalidField(String field, String message) {
        super(
                Category.INVALID,
                "INVALID_FIELD",
                "A field is invalid",
                field + ": " + message,
                Map.of("errors", List.of(new FieldError(field, message))));
    }
}
