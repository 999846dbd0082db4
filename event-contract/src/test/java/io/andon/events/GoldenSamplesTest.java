package io.andon.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The frozen samples are the contract: a change that makes this fail breaks somebody's consumer. */
class GoldenSamplesTest {

    @TestFactory
    Stream<DynamicTest> writesExactlyTheFrozenJson() {
        return each((name, event) -> assertThat(json(event)).isEqualTo(GoldenSamples.frozen(name)));
    }

    @TestFactory
    Stream<DynamicTest> readsBackAnEventThatWritesTheSame() {
        return each((name, event) -> {
            byte[] frozen = GoldenSamples.frozen(name).getBytes(StandardCharsets.UTF_8);
            assertThat(json(EventJson.read(frozen, event.getClass()))).isEqualTo(GoldenSamples.frozen(name));
        });
    }

    @Test
    void coversEveryEventType() {
        assertThat(GoldenSamples.all().values().stream().map(DomainEvent::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void hasNoSampleThatNothingWrites() {
        assertThat(Path.of("src/test/resources/golden").toFile().list())
                .containsExactlyInAnyOrderElementsOf(GoldenSamples.all().keySet().stream()
                        .map(name -> name + ".json")
                        .toList());
    }

    private static String json(DomainEvent event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    private static Stream<DynamicTest> each(Check check) {
        return GoldenSamples.all().entrySet().stream()
                .map((Map.Entry<String, DomainEvent> sample) ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> check.run(sample.getKey(), sample.getValue())));
    }

    private interface Check {
        void run(String name, DomainEvent event);
    }
}
