package io.andon.gateway.intake;

import io.andon.events.CloudEvent;
import io.andon.events.PoisonRecordException;
import io.andon.gateway.fanout.Frame;
import io.andon.gateway.fanout.FrameEncoder;
import io.andon.gateway.fanout.Lanes;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.intake.Assignment.PartitionStart;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Turns a record into a frame of its tenant, or sets it aside. No record, whatever is in it, stops those behind it. */
@Singleton
final class RecordReader {

    private static final Logger LOG = Logger.getLogger(RecordReader.class);

    private final TopicPositions positions;
    private final TenantHubs hubs;
    private final Lanes lanes;
    private final PoisonRecords poison;
    private final Clock clock;

    @Inject
    RecordReader(TopicPositions positions, TenantHubs hubs, Lanes lanes, PoisonRecords poison, Clock clock) {
        this.positions = positions;
        this.hubs = hubs;
        this.lanes = lanes;
        this.poison = poison;
        this.clock = clock;
    }

    void read(int topic, ConsumerRecord<byte[], byte[]> record, boolean live) {
        try {
            poison.requireSize(record);
            CloudEvent event = EventRecords.read(record);
            hubs.append(event.tenant(), frame(topic, record, event));
        } catch (PoisonRecordException e) {
            poison.setAside(record, e.getMessage(), live);
        } catch (RuntimeException e) {
            LOG.error("A record could not be handled", e);
            poison.setAside(record, "the gateway could not handle it", live);
        }
    }

    private Frame frame(int topic, ConsumerRecord<byte[], byte[]> record, CloudEvent event) {
        StreamPosition before = positions.of(event.tenant());
        boolean own = before.partition(topic) == record.partition();
        StreamPosition after = own ? before.with(topic, record.offset()) : before;
        return FrameEncoder.encode(event, topic, own, after, record.timestamp(), clock.millis());
    }

    /** What was read goes out. */
    void endBatch() {
        hubs.dispatch();
    }

    boolean isAheadOfLoops() {
        return lanes.areCrowded();
    }

    /** A topic is not what it was: the hubs concerned forget what means nothing any more, and say so. */
    void changed(Assignment assignment) {
        int topic = assignment.topic();
        switch (assignment.change()) {
            case FOUND -> {}
            case EXTENDED -> hubs.partitionsAdded(topic);
            case REPOSITIONED -> {
                Set<Integer> partitions = assignment.starts().stream()
                        .map(PartitionStart::partition)
                        .collect(Collectors.toSet());
                hubs.reset(topic, partitions::contains);
            }
            case ANEW, VANISHED -> hubs.reset(topic, partition -> true);
        }
    }
}
