package io.andon.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The AsyncAPI document says what the code does: it is compared with the types, the topics and the frozen samples. */
class AsyncApiTest {

    private final AsyncApi document = AsyncApi.read();

    AsyncApiTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> namesTheTypesOfEachTopic() {
        return Stream.of(EventType.values())
                .map(EventType::topic)
                .distinct()
                .map(topic -> DynamicTest.dynamicTest(topic, () -> assertThat(document.messagesOf(topic))
                        .isEqualTo(Stream.of(EventType.values())
                                .filter(type -> type.topic().equals(topic))
                                .map(EventType::wireName)
                                .collect(Collectors.toSet()))));
    }

    @TestFactory
    Stream<DynamicTest> acceptsEveryFrozenSample() {
        return samples((name, event) -> assertThat(document.complaints(payload(event), GoldenSamples.frozen(name)))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> rejectsASampleThatLacksWhatIsAlwaysThere() {
        return samples((name, event) ->
                assertThat(document.complaints(payload(event), "{}")).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> namesTheFieldsOfEachPayloadAndWhichMayBeAbsent() {
        return samples((name, event) -> {
            Optional<String> metric = Optional.of(event)
                    .filter(MetricsEvent.class::isInstance)
                    .map(figures -> ((MetricsEvent) figures).metric());
            JsonNode schema = document.schema(payload(event), metric);
            Set<String> always = fields(event.getClass(), component -> !isNullable(component));
            Set<String> all = fields(event.getClass(), component -> true);
            if (metric.isPresent()) {
                always.add("metric");
                all.add("metric");
            }
            assertThat(properties(schema)).isEqualTo(all);
            assertThat(required(schema)).isEqualTo(always);
        });
    }

    @Test
    void namesTheFieldsOfAMovementsLine() {
        JsonNode schema = document.at("/components/schemas/movementLine");

        assertThat(properties(schema)).isEqualTo(fields(InventoryEvent.MovementLine.class, component -> true));
        assertThat(required(schema))
                .isEqualTo(fields(InventoryEvent.MovementLine.class, component -> !isNullable(component)));
    }

    @Test
    void namesTheKindsOfMovement() {
        assertThat(texts(document.at("/components/schemas/movementPosted/properties/movementType/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(MovementType.values()).map(Enum::name).toList());
    }

    private String payload(DomainEvent event) {
        return document.payloadOf(event.type().wireName());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> fields(Class<?> payload, Predicate<RecordComponent> which) {
        return Arrays.stream(payload.getRecordComponents())
                .filter(which)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> properties(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> required(JsonNode schema) {
        return Set.copyOf(texts(schema.path("required")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<DynamicTest> samples(Check check) {
        return GoldenSamples.all().entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> check.run(sample.getKey(), sample.getValue())));
    }

    private interface Check {
        void run(String name, DomainEvent event);
    }
}
