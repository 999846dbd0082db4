package io.andon.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.kit.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service whose operator wants each request's token verified. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(CachingTurnedOffIT.KeepsNothing.class)
class CachingTurnedOffIT {

    public static final class KeepsNothing implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("andon.access.verified-tokens-kept-for", "0s");
        }
    }

    Issuer issuer;

    @Inject
    CountedVerifications verifications;

    @Test
    void verifiesTheTokenOfEachRequest() {
        String token = issuer.token("alder-street", List.of("viewer"), Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            RestAssured.given().auth().oauth2(token).get("/caller").then().statusCode(200);
        }

        assertThat(verifications.of(token)).isEqualTo(3);
    }
}
