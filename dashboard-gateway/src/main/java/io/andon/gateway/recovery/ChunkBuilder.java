package io.andon.gateway.recovery;

import io.andon.events.CloudEvent;
import io.andon.events.TenantId;
import io.andon.events.Topics;
import io.andon.gateway.fanout.Frame;
import io.andon.gateway.fanout.FrameEncoder;
import io.andon.gateway.fanout.TypeFilter;
import io.andon.gateway.intake.EventRecords;
import io.andon.gateway.position.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Makes a chunk of records as they are read: frames of one tenant, each with the position that its client has then
 * reached. Ids lead on in every topic, because what comes before them in the chunk has been given before.
 */
final class ChunkBuilder {

    private static final Logger LOG = Logger.getLogger(ChunkBuilder.class);

    /** What is held for a client while it takes it. */
    private static final int MAX_BYTES = 128 * 1024;

    /** What is read in one turn before another client gets one, most of it perhaps of other tenants. */
    private static final long MAX_BYTES_READ = 4L * 1024 * 1024;

    private final Passage passage;
    private final byte[] key;
    private final TypeFilter filter;
    private final Limits limits;
    private final List<Frame> frames = new ArrayList<>();
    private StreamPosition at;
    private long bytes;
    private long records;
    private long bytesRead;

    /**
     * What bounds a chunk apart from its size.
     *
     * @param maxRecordSize larger records are not shown to clients, see {@code andon.intake.max-record-size}
     */
    record Limits(int maxFrames, long maxRecordSize, long nowMs) {}

    ChunkBuilder(Passage passage, TenantId tenant, TypeFilter filter, Limits limits) {
        this.passage = passage;
        this.key = tenant.value().getBytes(StandardCharsets.UTF_8);
        this.filter = filter;
        this.limits = limits;
        this.at = passage.at();
    }

    boolean isFull() {
        return bytes >= MAX_BYTES || bytesRead >= MAX_BYTES_READ || frames.size() >= limits.maxFrames();
    }

    boolean isDone() {
        return at.reaches(passage.until());
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        int topic = Topics.DASHBOARD.indexOf(record.topic());
        if (record.offset() > passage.until().offset(topic)) {
            return;
        }
        records++;
        bytesRead += EventRecords.size(record);
        at = at.with(topic, record.offset());
        if (Arrays.equals(record.key(), key)) {
            addOwn(topic, record);
        }
    }

    /** A record that cannot be shown was set aside when the intake read it. */
    private void addOwn(int topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            EventRecords.requireSize(record, limits.maxRecordSize());
            CloudEvent event = EventRecords.read(record);
            if (filter.accepts(event.type())) {
                Frame frame = FrameEncoder.encode(event, topic, true, at, record.timestamp(), limits.nowMs());
                frames.add(frame);
                bytes += frame.length();
            }
        } catch (RuntimeException e) {
            LOG.debugf(e, "not shown: %s/%d@%d", record.topic(), record.partition(), record.offset());
        }
    }

    /** Everything of the topic up to {@code offset} has been looked at, whether or not there was a record. */
    void reached(int topic, long offset) {
        long reached = Math.min(offset, passage.until().offset(topic));
        if (reached > at.offset(topic)) {
            at = at.with(topic, reached);
        }
    }

    Chunk build() {
        Passage reached = new Passage(at, passage.until(), passage.records() + records, passage.bytes() + bytesRead);
        return new Chunk(passage, frames, reached);
    }
}
