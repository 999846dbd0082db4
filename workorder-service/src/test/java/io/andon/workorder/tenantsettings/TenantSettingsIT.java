package io.andon.workorder.tenantsettings;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TenantSettingsIT {

    Issuer issuer;
    Broker broker;

    private Factory factory;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
    }

    @Test
    void hasDefaults() {
        Answer settings = factory.get("/tenant-settings").expect(200);

        assertThat(settings.text())
                .isEqualTo("{\"zone\":\"UTC\",\"currency\":\"EUR\",\"abcThresholds\":[80,95],"
                        + "\"slowThresholdDays\":90,\"deadThresholdDays\":180,\"agingBuckets\":[30,60,90]}");
    }

    @Test
    void keepsAndAnnouncesWhatAPlannerChooses() {
        Answer put = put("planner", Map.of("zone", "Asia/Tokyo", "currency", "JPY", "slowThresholdDays", 60))
                .expect(200);

        assertThat(factory.get("/tenant-settings").json()).isEqualTo(put.json());
        assertThat(put.at("/deadThresholdDays")).isEqualTo("180");
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.INVENTORY_MASTERDATA)) {
            var published =
                    events.until("tenant.settings.changed", "Asia/Tokyo").get(0);
            assertThat(published.key()).isEqualTo(factory.tenant() + "/settings/tenant");
            assertThat(published.data().path("slowThresholdDays").asInt()).isEqualTo(60);
        }
    }

    @Test
    void replacesWhatWasChosenBefore() {
        put("planner", Map.of("zone", "Asia/Tokyo", "currency", "JPY")).expect(200);

        put("planner", Map.of("zone", "America/Denver", "currency", "USD")).expect(200);

        assertThat(factory.get("/tenant-settings").at("/zone")).isEqualTo("America/Denver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'currency':'EUR'}",
                "{'zone':'Mars/Olympus','currency':'EUR'}",
                "{'zone':'+02:00','currency':'EUR'}",
                "{'zone':'UTC','currency':'XX'}",
                "{'zone':'UTC','currency':'EUR','abcThresholds':[95,80]}",
                "{'zone':'UTC','currency':'EUR','abcThresholds':[80]}",
                "{'zone':'UTC','currency':'EUR','abcThresholds':[80,101]}",
                "{'zone':'UTC','currency':'EUR','slowThresholdDays':0}",
                "{'zone':'UTC','currency':'EUR','slowThresholdDays':180}",
                "{'zone':'UTC','currency':'EUR','agingBuckets':[30,30,90]}",
                "{'zone':'UTC','currency':'EUR','agingBuckets':[30]}"
            })
    void refusesWhatMakesNoSense(String body) {
        Answer answer = put("planner", body.replace('\'', '"')).expect(400);

        assertThat(answer.at("/errors/0/field")).isNotBlank();
    }

    @Test
    void areAPlannersBusiness() {
        put("operator", Map.of("zone", "UTC", "currency", "EUR")).expectProblem(403, "FORBIDDEN");
    }

    private Answer put(String role, Object body) {
        return Answer.of(factory.as(role).body(body).put("/tenant-settings"));
    }
}
