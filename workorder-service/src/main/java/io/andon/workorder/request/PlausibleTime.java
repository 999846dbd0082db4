package io.andon.workorder.request;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time from 1970 up to the year 9999: what every part of the system can store and print. Null is valid. */
@Constraint(validatedBy = PlausibleTime.Check.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface PlausibleTime {

    String message() default "must lie between 1970 and 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides it. */
    final class Check implements ConstraintValidator<PlausibleTime, Instant> {

        private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

        @Override
        public boolean isValid(@Nullable Instant time, ConstraintValidatorContext context) {
            return time == null || holds(time);
        }

        static boolean holds(Instant time) {
            return !time.isBefore(Instant.EPOCH) && time.isBefore(END);
        }
    }
}
