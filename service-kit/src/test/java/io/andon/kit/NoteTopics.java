package io.andon.kit;

import io.andon.events.Topics;
import io.andon.kit.topics.OwnedTopics;
import io.andon.kit.topics.TopicSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

@ApplicationScoped
class NoteTopics implements OwnedTopics {

    @Override
    public List<TopicSpec> topics() {
        return List.of(TopicSpec.events(Topics.WORKORDER_EVENTS, Duration.ofDays(1)));
    }
}
