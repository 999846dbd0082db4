package io.andon.metrics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.events.Topics;
import io.andon.kit.Ids;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.TestTenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each poison record is followed by a good one on the same partition, which must have its effect. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PoisonRecordsIT extends MetricsScenario {

    private static final String JUNE = "2026-06-15T12:00:00Z";
    private static final String LINE =
            "{\"lineNo\":1,\"itemId\":\"%1$s\",\"locationId\":\"%1$s\",\"qtyDelta\":%2$s,\"uom\":\"%3$s\"}";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA})
    void setsARecordWithoutHeadersAside(String topic) {
        assertSetAside(new ProducerRecord<>(topic, 0, key(), utf8("{}")), "header ce_specversion is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA})
    void setsARecordAsideThatIsNotJson(String topic) {
        assertSetAside(withValue(topic, utf8("\0\1 not json")), "the value is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA})
    void setsARecordOfAnotherTenantAside(String topic) {
        TestTenant other = anotherTenant();
        ProducerRecord<byte[], byte[]> foreign = withValue(topic, good(topic).value());
        foreign.headers().remove("ce_tenantid").add("ce_tenantid", utf8(other.id.value()));

        assertSetAside(foreign, "the key does not belong to the tenant");
        other.run("");
        assertThat(other.classification("").getList("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA})
    void setsARecordAsideThatIsNoPayload(String topic) {
        assertSetAside(withValue(topic, utf8("{\"unexpected\":true}")), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA})
    void setsATombstoneAside(String topic) {
        assertSetAside(withValue(topic, null), "the value is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA})
    void keepsAllButTheValueOfARecordThatIsTooLarge(String topic) {
        ProducerRecord<byte[], byte[]> huge = new ProducerRecord<>(topic, 0, key(), new byte[5_000_000]);
        huge.headers().add("origin", utf8("test"));

        ConsumerRecord<byte[], byte[]> letter = sendAndFindLetter(huge);

        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isEqualTo(key());
        assertThat(header(letter, "origin")).isEqualTo("test");
        assertThat(header(letter, DeadLetters.DROPPED)).contains("value 5000000 bytes");
        assertTheGoodOneBehindItCounts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e30              | pcs      | more than 18 digits",
                "1e999999999       | pcs      | more than 18 digits",
                "0.0000001         | pcs      | more than 6 decimal places",
                "\"NaN\"           | pcs      | not a MovementPosted",
                "null              | pcs      | qtyDelta is missing",
                "-1                | \\u0000  | character NUL",
                "-1                | \\ud800  | half a surrogate pair"
            })
    void setsAMovementAsideThatNoLedgerCanHold(String quantity, String uom, String reason) {
        assertSetAside(
                withValue(Topics.INVENTORY_MOVEMENTS, movement("SHIPMENT", LINE.formatted(Ids.next(), quantity, uom))),
                reason);
    }

    @Test
    void setsMovementsAsideThatMakeNoSense() {
        String line = LINE.formatted(Ids.next(), "1", "pcs");
        assertSetAside(withValue(Topics.INVENTORY_MOVEMENTS, movement("SHIPMENT", "")), "lines is empty");
        assertSetAside(withValue(Topics.INVENTORY_MOVEMENTS, movement("SHIPMENT", "null")), "not a MovementPosted");
        assertSetAside(withValue(Topics.INVENTORY_MOVEMENTS, movement("TELEPORT", line)), "not a MovementPosted");
        assertSetAside(withValue(Topics.INVENTORY_MOVEMENTS, movement("SHIPMENT", line + "," + line)), "occurs twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mars/Base | 80,95 | zone is not an IANA time zone",
                "GMT+2     | 80,95 | zone is not an IANA time zone",
                "UTC       | 95,80 | abcThresholds do not rise",
                "UTC       | 80    | abcThresholds are not two",
                "UTC       | 0,95  | abcThresholds do not rise",
                "UTC       | 80,101 | abcThresholds do not rise"
            })
    void setsSettingsAsideThatNothingCanBeComputedWith(String zone, String thresholds, String reason) {
        ProducerRecord<byte[], byte[]> settings = withValue(
                Topics.INVENTORY_MASTERDATA,
                utf8(
                        """
                        {"zone":"%s","currency":"EUR","abcThresholds":[%s],"slowThresholdDays":90,
                         "deadThresholdDays":180,"agingBuckets":[30,60,90]}
                        """
                                .formatted(zone, thresholds)));
        settings.headers().remove("ce_type").add("ce_type", utf8("tenant.settings.changed"));

        assertSetAside(settings, reason);
    }

    @Test
    void setsAnEventAsideThatBelongsOnAnotherTopic() {
        ProducerRecord<byte[], byte[]> stray = withValue(Topics.INVENTORY_MOVEMENTS, utf8("{}"));
        stray.headers().remove("ce_type").add("ce_type", utf8("workorder:changed"));

        assertSetAside(stray, "do not belong on this topic");
    }

    private void assertSetAside(ProducerRecord<byte[], byte[]> poison, String reason) {
        double before = poisonCount(poison.topic());

        ConsumerRecord<byte[], byte[]> letter = sendAndFindLetter(poison);

        assertThat(letter.key()).isEqualTo(poison.key());
        assertThat(letter.value()).isEqualTo(poison.value());
        assertThat(header(letter, DeadLetters.REASON)).contains(reason);
        poison.headers().forEach(header -> assertThat(header(letter, header.key()))
                .isEqualTo(new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(poisonCount(poison.topic())).isGreaterThan(before);
        assertTheGoodOneBehindItCounts();
    }

    /** Sends the poison and a good record behind it, and finds what became of the poison by where it was. */
    private ConsumerRecord<byte[], byte[]> sendAndFindLetter(ProducerRecord<byte[], byte[]> poison) {
        RecordMetadata sent = topics.send(poison);
        topics.send(good(poison.topic()));
        topics.awaitApplied();
        return topics.read(Topics.deadLetters(poison.topic(), Intake.GROUP)).stream()
                .filter(letter -> header(letter, DeadLetters.OFFSET).equals(Long.toString(sent.offset())))
                .filter(letter -> header(letter, DeadLetters.PARTITION).equals(Integer.toString(sent.partition())))
                .filter(letter -> header(letter, DeadLetters.TOPIC).equals(sent.topic()))
                .findFirst()
                .orElseThrow();
    }

    private void assertTheGoodOneBehindItCounts() {
        assertThat(tenant.classify().getList("data")).isNotEmpty();
    }

    private ProducerRecord<byte[], byte[]> good(String topic) {
        UUID item = Ids.next();
        return onFirstPartition(
                topic.equals(Topics.INVENTORY_MOVEMENTS)
                        ? tenant.recordOf(
                                tenant.movement(Ids.next(), MovementType.SHIPMENT, JUNE, item, "-1", "1", null),
                                Ids.next(),
                                Instant.parse(JUNE))
                        : tenant.recordOf(TestTenant.itemOf(item, "GOOD"), Ids.next(), Instant.parse(JUNE)));
    }

    private ProducerRecord<byte[], byte[]> withValue(String topic, byte[] value) {
        ProducerRecord<byte[], byte[]> good = good(topic);
        return new ProducerRecord<>(topic, 0, good.key(), value, good.headers());
    }

    private static ProducerRecord<byte[], byte[]> onFirstPartition(ProducerRecord<byte[], byte[]> kafkaRecord) {
        return new ProducerRecord<>(
                kafkaRecord.topic(), 0, kafkaRecord.key(), kafkaRecord.value(), kafkaRecord.headers());
    }

    private static byte[] movement(String type, String lines) {
        return utf8(
                """
                {"movementId":"%s","movementSeq":1,"movementType":"%s","occurredAt":"2026-06-01T00:00:00Z",
                 "recordedAt":"2026-06-01T00:00:00Z","sourceType":"test","lines":[%s]}
                """
                        .formatted(Ids.next(), type, lines));
    }

    private double poisonCount(String topic) {
        Response answer = RestAssured.get(metrics);
        assertThat(answer.statusCode()).as(metrics.toString()).isEqualTo(200);
        return answer.asString()
                .lines()
                .filter(line -> line.startsWith("andon_poison_records_total") && line.contains("\"" + topic + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private byte[] key() {
        return utf8(tenant.id.value());
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
