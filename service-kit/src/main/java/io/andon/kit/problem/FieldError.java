package io.andon.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** What is wrong with one field, by its path in the body or the name of the parameter. */
record FieldError(String field, String message) {

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
