package io.andon.gateway.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPositionsTest {

    private static final TenantId TENANT = new TenantId("alder-street");
    private static final Uuid TOPIC_ID = Uuid.ZERO_UUID;

    private final TopicPositions positions = new TopicPositions();

    @ParameterizedTest
    @ValueSource(strings = {"alder-street", "copper-creek", "northgate", "a", "0"})
    void aTenantHasThePartitionThatProducersChooseForIt(String tenant) {
        positions.begin(0, TOPIC_ID, offsets(12, -1));

        assertThat(positions.partition(0, new TenantId(tenant)))
                .isEqualTo(BuiltInPartitioner.partitionForKey(tenant.getBytes(StandardCharsets.UTF_8), 12));
    }

    @Test
    void aTopicThatDoesNotExistIsLeftOut() {
        positions.begin(1, TOPIC_ID, offsets(1, 41));

        assertThat(positions.of(TENANT)).hasToString("metrics.events/0@41~AAAA");
        positions.forget(1);
        assertThat(positions.of(TENANT)).hasToString("");
    }

    @Test
    void anOffsetOnlyMovesOn() {
        positions.begin(0, TOPIC_ID, offsets(1, 4));

        positions.advance(0, 0, 7);
        positions.advance(0, 0, 6);

        assertThat(positions.of(TENANT).offset(0)).isEqualTo(7);
        assertThat(positions.floor(0, 0)).isEqualTo(4);
    }

    @Test
    void morePartitionsKeepWhatIsKnownOfTheOthers() {
        positions.begin(0, TOPIC_ID, offsets(1, 4));
        positions.advance(0, 0, 9);

        positions.extend(0, offsets(3, -1));
        positions.advance(0, 2, 5);

        assertThat(positions.floor(0, 0)).isEqualTo(4);
        assertThat(positions.floor(0, 2)).isEqualTo(-1);
        assertThat(positions.partition(0, TENANT)).isBetween(0, 2);
    }

    private static long[] offsets(int partitions, long offset) {
        long[] offsets = new long[partitions];
        Arrays.fill(offsets, offset);
        return offsets;
    }
}
