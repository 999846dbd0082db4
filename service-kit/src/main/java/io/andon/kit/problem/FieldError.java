package io.andon.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one field, by its path in the body or the name of the parameter. */
public record FieldError(String field, String message) {

    /** What is wrong with an object that came otherwise than as a request's body. */
    public static List<FieldError> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    /** What is wrong with JSON that came otherwise than as a request's body; no field where it is no JSON at all. */
    public static FieldError of(JsonProcessingException malformed) {
        return MalformedJson.explain(malformed);
    }

    /** Names the field as the caller does: without the Java method and, within a body, without its parameter. */
    static FieldError of(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = String.valueOf(node.getName());
            boolean inBody = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT;
            if (inBody) {
                field.append(field.isEmpty() || node.toString().startsWith("[") ? "" : ".")
                        .append(node);
            }
        }
        return new FieldError(field.isEmpty() ? last : withIndicesBehindNames(field), violation.getMessage());
    }

    private static String withIndicesBehindNames(CharSequence field) {
        return field.toString().replace(".[", "[");
    }
}
