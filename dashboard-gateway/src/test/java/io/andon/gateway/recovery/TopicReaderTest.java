package io.andon.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.TenantId;
import io.andon.gateway.fanout.Frame;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.TypeFilter;
import io.andon.gateway.position.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final TenantId TENANT = new TenantId("alder-street");
    private static final TopicPartition WORK = new TopicPartition("workorder.events", 7);
    private static final TopicPartition METRICS = new TopicPartition("metrics.events", 7);
    private static final String FROM = "workorder.events/7@10~X3fa,metrics.events/7@20~Qk1b";

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final TopicReader reader = new TopicReader(consumer);
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

    private void write(TopicPartition partition, long offset, String tenant, String type) {
        byte[] key = tenant.getBytes(StandardCharsets.UTF_8);
        byte[] value = "{\"i\":1}".getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, key, value);
        CloudEvent event =
                new CloudEvent(UUID.randomUUID(), new TenantId(tenant), type, "/test", "t/1", Instant.EPOCH, value);
        CloudEventHeaders.of(event).forEach(record.headers()::add);
        log.add(record);
    }

    private void write(TopicPartition partition, long offset) {
        write(partition, offset, TENANT.value(), "production:changed");
    }

    private Chunk read(Passage passage, TypeFilter filter, int maxFrames) {
        consumer.schedulePollTask(() -> log.stream()
                .filter(record ->
                        consumer.assignment().contains(new TopicPartition(record.topic(), record.partition())))
                .forEach(consumer::addRecord));
        return reader.read(
                passage, new ChunkBuilder(passage, TENANT, filter, new ChunkBuilder.Limits(maxFrames, 10_000, 0)));
    }

    private Chunk read(Passage passage) {
        return read(passage, TypeFilter.ALL, 1000);
    }

    private static Passage passage(String from, String until) {
        return Passage.between(position(from), position(until));
    }

    private static StreamPosition position(String text) {
        return StreamPosition.parse(text).orElseThrow();
    }

    private static List<String> ids(Chunk chunk) {
        return chunk.frames().stream().map(frame -> frame.position().toString()).toList();
    }

    @Test
    void readsTheTenantsRecordsUpToWhereTheWindowBegins() {
        write(WORK, 10);
        write(WORK, 11);
        write(WORK, 12, "copper-creek", "production:changed");
        write(WORK, 13);
        write(WORK, 14);

        Chunk chunk = read(passage(FROM, "workorder.events/7@13~X3fa,metrics.events/7@20~Qk1b"));

        assertThat(ids(chunk))
                .containsExactly(
                        "workorder.events/7@11~X3fa,metrics.events/7@20~Qk1b",
                        "workorder.events/7@13~X3fa,metrics.events/7@20~Qk1b");
        assertThat(chunk.reached().isDone()).isTrue();
        assertThat(chunk.reached().records()).isEqualTo(3);
    }

    /** Transactions end with a marker that takes an offset, and compaction leaves holes. */
    @Test
    void offsetsWithoutARecordAreNoLoss() {
        write(WORK, 13);
        write(WORK, 17);
        write(METRICS, 30);

        Chunk chunk = read(passage(FROM, "workorder.events/7@16~X3fa,metrics.events/7@30~Qk1b"));

        assertThat(chunk.frames()).extracting(Frame::offset).containsExactlyInAnyOrder(13L, 30L);
        assertThat(chunk.reached().isDone()).isTrue();
        assertThat(chunk.reached().at()).isEqualTo(position("workorder.events/7@16~X3fa,metrics.events/7@30~Qk1b"));
    }

    @Test
    void whatIsBeforeTheLogsStartIsLost() {
        write(WORK, 13);
        consumer.updateBeginningOffsets(Map.of(WORK, 12L));

        assertThatThrownBy(() -> read(passage(FROM, "workorder.events/7@13~X3fa,metrics.events/7@20~Qk1b")))
                .isInstanceOfSatisfying(RecoveryException.class, lost -> assertThat(lost.reason())
                        .isEqualTo(ResyncReason.POSITION_TOO_OLD));
    }

    @Test
    void aLogThatStartsRightAfterThePositionHasLostNothing() {
        write(WORK, 11);
        consumer.updateBeginningOffsets(Map.of(WORK, 11L));

        assertThat(read(passage(FROM, "workorder.events/7@11~X3fa,metrics.events/7@20~Qk1b"))
                        .frames())
                .hasSize(1);
    }

    @Test
    void goesOnWhereAFullChunkEnded() {
        for (int offset = 11; offset <= 15; offset++) {
            write(WORK, offset);
        }
        Passage all = passage(FROM, "workorder.events/7@15~X3fa,metrics.events/7@20~Qk1b");

        Chunk first = read(all, TypeFilter.ALL, 2);
        Chunk second = read(first.reached(), TypeFilter.ALL, 1000);

        assertThat(first.frames()).extracting(Frame::offset).containsExactly(11L, 12L);
        assertThat(first.reached().isDone()).isFalse();
        assertThat(second.frames()).extracting(Frame::offset).containsExactly(13L, 14L, 15L);
        assertThat(second.reached().isDone()).isTrue();
        assertThat(second.reached().records()).isEqualTo(5);
    }

    @Test
    void passesOverWhatCannotBeShownOrIsNotWanted() {
        write(WORK, 11, TENANT.value(), "workorder:changed");
        write(WORK, 12, TENANT.value(), "system.resync");
        log.add(new ConsumerRecord<>(
                WORK.topic(), WORK.partition(), 13, TENANT.value().getBytes(StandardCharsets.UTF_8), new byte[0]));
        log.add(new ConsumerRecord<>(WORK.topic(), WORK.partition(), 14, null, null));
        write(WORK, 15);

        Chunk chunk = read(
                passage(FROM, "workorder.events/7@15~X3fa,metrics.events/7@20~Qk1b"),
                new TypeFilter(Set.of("production:changed", "system.resync")),
                1000);

        assertThat(chunk.frames()).extracting(Frame::offset).containsExactly(15L);
        assertThat(chunk.reached().isDone()).isTrue();
    }

    @Test
    void aPassageIsAsLongAsTheOffsetsItLeadsOver() {
        Passage passage = passage(FROM, "workorder.events/7@40~X3fa,metrics.events/7@19~Qk1b");

        assertThat(passage.length()).isEqualTo(30);
        assertThat(passage.extendedTo(position("workorder.events/7@41~X3fa,metrics.events/7@21~Qk1b"))
                        .length())
                .isEqualTo(32);
    }
}
