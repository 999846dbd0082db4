package io.andon.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.events.Topics;
import io.andon.gateway.intake.Assignment.Change;
import io.andon.gateway.intake.Assignment.PartitionStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTopicIT {

    private static final String NAME = Topics.WORKORDER_EVENTS;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WatchedTopic topic = new WatchedTopic(0, NAME);

    @TempDir
    private Path directory;

    private Broker broker;
    private Admin admin;

    @BeforeEach
    void start() throws Exception {
        broker = Broker.start(directory.resolve("kafka"), 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        make();
    }

    @AfterEach
    void stop() {
        admin.close(Duration.ZERO);
        broker.close();
    }

    @Test
    void whatIsLostInTheTopicIsFoundAgain() throws Exception {
        look();

        topic.lose(found().topicId(), 1, 30);
        Assignment again = look();

        assertThat(again).isNotNull();
        assertThat(again.change()).isEqualTo(Change.REPOSITIONED);
        assertThat(again.starts()).containsExactly(new PartitionStart(1, 0, 0));
        assertThat(look()).isNull();
    }

    @Test
    void whatTheIntakeLostInATopicThatIsGoneIsNotLookedForInTheOneThatTookItsPlace() throws Exception {
        look();
        Uuid before = found().topicId();
        admin.deleteTopics(List.of(NAME)).all().get();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(this::make);
        assertThat(look().change()).isEqualTo(Change.ANEW);

        topic.lose(before, 1, 30);

        assertThat(look()).isNull();
        topic.lose(found().topicId(), 1, 30);
        assertThat(look().change()).isEqualTo(Change.REPOSITIONED);
    }

    private boolean make() throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(NAME, 2, (short) 1))).all().get();
        return true;
    }

    private @Nullable Assignment look() throws ExecutionException, InterruptedException {
        long nowMs = System.currentTimeMillis();
        return topic.present(found(), new StartOffsets(admin), nowMs, nowMs);
    }

    /** With leaders: a topic that was just made may have none yet. */
    private TopicDescription found() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> admin.describeTopics(List.of(NAME))
                                .topicNameValues()
                                .get(NAME)
                                .get(),
                        found -> found.partitions().stream()
                                .allMatch(partition -> WatchedTopic.hasLeader(found, partition.partition())));
    }
}
