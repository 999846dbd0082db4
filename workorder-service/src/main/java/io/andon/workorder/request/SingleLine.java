package io.andon.workorder.request;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A text that fits on one line: at least one character that shows, no control characters (PostgreSQL cannot store NUL,
 * and a line break in a code ends up in file formats that people import), no half of a surrogate pair. Null is valid.
 */
@Pattern(regexp = "(?=\\s*\\S)[\\P{C}\\p{Cf}\\p{Co}]+")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface SingleLine {

    String message() default "must be text on one line, without control characters, and not blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
