package io.andon.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessConfigTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT1M0.001S", "PT24H"})
    void refusesATimeThatIsNegativeOrLong(Duration time) throws Exception {
        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            AccessConfig config = () -> time;

            assertThat(validation
                            .getValidator()
                            .forExecutables()
                            .validateReturnValue(config, AccessConfig.class.getMethod("verifiedTokensKeptFor"), time))
                    .hasSize(1);
        }
    }
}
