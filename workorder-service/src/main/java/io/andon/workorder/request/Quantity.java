package io.andon.workorder.request;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A decimal that the ledger's columns hold exactly, of either sign. Null is valid. */
@Digits(integer = 12, fraction = 6, message = "must have at most 12 digits before the decimal point and 6 behind it")
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface Quantity {

    String message() default "must be a quantity";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
