package io.andon.metrics.intake;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Acceptance case 17: the database is dropped, the topics are read from their beginning, every event comes twice. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RebuildIT extends MetricsScenario {

    private static final int ITEMS = 20;
    private static final int MOVEMENTS = 300;
    private static final long SEED = 17;

    @Inject
    Intake intake;

    @Inject
    Flyway flyway;

    @Test
    void givesTheSameFiguresToTheByte() throws Exception {
        tenant.settings("America/Denver", "80", "95");
        postMovements(new Random(SEED));
        String before = figures();

        intake.stop();
        topics.forgetPositions();
        flyway.clean();
        flyway.migrate();
        Intake.TOPICS.forEach(this::sendAllAgain);
        intake.start();

        assertThat(figures()).isEqualTo(before);
    }

    private void postMovements(Random random) {
        List<UUID> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(tenant.item("SKU-" + i, i % 3 == 0 ? null : "1.25"));
        }
        MovementType[] types = MovementType.values();
        List<UUID> posted = new ArrayList<>();
        for (int i = 0; i < MOVEMENTS; i++) {
            String at = Instant.parse(AS_OF)
                    .minusSeconds(random.nextInt(200 * 86_400))
                    .toString();
            UUID reversed = i > 0 && i % 10 == 0 ? posted.get(random.nextInt(posted.size())) : null;
            posted.add(tenant.move(
                    types[random.nextInt(types.length)],
                    at,
                    items.get(random.nextInt(ITEMS)),
                    Integer.toString(random.nextInt(200) - 150),
                    i % 4 == 0 ? null : "0." + (100_000 + random.nextInt(900_000)),
                    reversed));
        }
    }

    private void sendAllAgain(String topic) {
        for (ConsumerRecord<byte[], byte[]> old : topics.read(topic)) {
            if (new String(old.key(), StandardCharsets.UTF_8).startsWith(tenant.id.value())) {
                topics.send(new ProducerRecord<>(topic, null, old.key(), old.value(), old.headers()));
            }
        }
    }

    /** Two runs as of the same instants, so that what a run remembers of the one before is compared too. */
    private String figures() {
        tenant.run("{\"asOf\":\"2026-04-01T00:00:00Z\"}");
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
        String answer = tenant.get("/metrics/abc-classification?limit=200").asString();
        assertThat(answer).contains("\"A\"", "\"B\"", "\"C\"");
        return answer.replace(runId.toString(), "");
    }
}
