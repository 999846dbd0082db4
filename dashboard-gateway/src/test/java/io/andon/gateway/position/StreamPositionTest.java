package io.andon.gateway.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workorder.events/7@1042,metrics.events/7@88",
                "workorder.events/0@-1,metrics.events/3@0",
                "workorder.events/7@1042~X3fa,metrics.events/7@88~Q-_b",
                "workorder.events/7@1042~X3fa,metrics.events/7@88",
                "metrics.events/11@999999999999999999"
            })
    void readsWhatItWrites(String text) {
        assertThat(StreamPosition.parse(text)).map(StreamPosition::toString).contains(text);
    }

    @Test
    void writesTopicsInTheirOrder() {
        assertThat(StreamPosition.parse("metrics.events/1@2,workorder.events/3@4"))
                .map(StreamPosition::toString)
                .contains("workorder.events/3@4,metrics.events/1@2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "nonsense",
                "workorder.events",
                "workorder.events/7",
                "workorder.events/7@",
                "workorder.events/@1",
                "workorder.events/-1@1",
                "workorder.events/7@-2",
                "workorder.events/7@1e3",
                "other.events/7@1",
                "workorder.events/7@1,",
                "workorder.events/7@1,workorder.events/7@2",
                "workorder.events/7@1 ",
                "workorder.events/7@1~",
                "workorder.events/7@1~X3fa~X3fa",
                "workorder.events/7@1~X3 a",
                "workorder.events/7@9999999999999999999",
                "workorder.events/9999999@1",
                "workorder.events/٧@1"
            })
    void doesNotReadWhatIsNotAPosition(String text) {
        assertThat(StreamPosition.parse(text)).isEmpty();
    }

    @Test
    void doesNotReadWithoutBound() {
        assertThat(StreamPosition.parse("workorder.events/7@1,".repeat(1000))).isEmpty();
    }

    @Test
    void reachesAPositionThatIsBehindInNoTopic() {
        StreamPosition present = position("workorder.events/7@10,metrics.events/7@20");

        assertThat(present.reaches(position("workorder.events/7@10,metrics.events/7@19")))
                .isTrue();
        assertThat(present.reaches(position("workorder.events/7@11,metrics.events/7@1")))
                .isFalse();
        assertThat(present.reaches(position("metrics.events/7@20"))).isTrue();
    }

    @Test
    void theMaximumIsTakenTopicByTopic() {
        StreamPosition one = position("workorder.events/7@10,metrics.events/7@20");
        StreamPosition two = position("workorder.events/7@11,metrics.events/7@19");

        assertThat(one.max(two)).hasToString("workorder.events/7@11,metrics.events/7@20");
        assertThat(one.max(position("workorder.events/3@99"))).isEqualTo(one);
    }

    @Test
    void aTopicThatWasCreatedAgainIsAnother() {
        StreamPosition one = position("workorder.events/7@10~X3fa,metrics.events/7@20");
        StreamPosition other = position("workorder.events/7@99~X3fb,metrics.events/7@30~Qk1b");

        assertThat(one.isOfAnotherTopic(0, other)).isTrue();
        assertThat(one.isOfAnotherTopic(1, other)).isFalse();
        assertThat(one.isOfAnotherTopic(0, position("workorder.events/7@99"))).isFalse();
        assertThat(one.max(other)).hasToString("workorder.events/7@10~X3fa,metrics.events/7@30");
    }

    private static StreamPosition position(String text) {
        return StreamPosition.parse(text).orElseThrow();
    }
}
