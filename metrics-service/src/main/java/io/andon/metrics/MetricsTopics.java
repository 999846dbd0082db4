package io.andon.metrics;

import io.andon.events.Topics;
import io.andon.kit.topics.OwnedTopics;
import io.andon.kit.topics.TopicSpec;
import io.andon.metrics.intake.Intake;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The topics that this service writes: its announcements, and the records that it could not process. */
@ApplicationScoped
final class MetricsTopics implements OwnedTopics {

    private static final Duration EVENT_RETENTION = Duration.ofDays(7);

    @Override
    public List<TopicSpec> topics() {
        List<TopicSpec> topics = new ArrayList<>();
        topics.add(TopicSpec.events(Topics.METRICS_EVENTS, EVENT_RETENTION));
        Intake.TOPICS.forEach(topic -> topics.add(TopicSpec.deadLetters(Topics.deadLetters(topic, Intake.GROUP))));
        return topics;
    }
}
