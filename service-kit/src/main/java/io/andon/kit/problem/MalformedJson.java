package io.andon.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says what is wrong with a body in the words of JSON, not of Java. */
final class MalformedJson {

    private MalformedJson() {}

    /** The field is empty where the body is no JSON at all. */
    static FieldError explain(JsonProcessingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(path(unknown), "there is no such field");
        }
        if (malformed instanceof InvalidFormatException format) {
            return new FieldError(path(format), "is not a valid " + name(format.getTargetType()));
        }
        if (malformed instanceof MismatchedInputException mismatch) {
            return new FieldError(path(mismatch), "must be a " + name(mismatch.getTargetType()));
        }
        if (malformed instanceof JsonMappingException mapping) {
            return new FieldError(path(mapping), "cannot be read");
        }
        var where = malformed.getLocation();
        String place = where == null ? "" : ", line %d column %d".formatted(where.getLineNr(), where.getColumnNr());
        return new FieldError("", "not JSON" + place);
    }

    private static String path(JsonMappingException failed) {
        return failed.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String name(Class<?> type) {
        if (type == null) {
            return "value";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return type == Integer.class || type == Long.class || type.isPrimitive() ? "whole number" : "number";
        }
        if (type.isEnum()) {
            return "value: one of " + Arrays.toString(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "UUID";
            case "Instant" -> "RFC 3339 time";
            case "LocalDate" -> "date, YYYY-MM-DD";
            case "String" -> "string";
            case "Boolean", "boolean" -> "boolean";
            case "List", "ArrayList" -> "list";
            default -> "object of the documented form";
        };
    }
}
