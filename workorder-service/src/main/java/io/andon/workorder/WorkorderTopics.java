package io.andon.workorder;

import io.andon.events.Topics;
import io.andon.kit.topics.OwnedTopics;
import io.andon.kit.topics.TopicSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What this service writes: news for dashboards, the ledger, and the master data that explains the ledger. */
@ApplicationScoped
class WorkorderTopics implements OwnedTopics {

    private final WorkorderConfig config;

    WorkorderTopics(WorkorderConfig config) {
        this.config = config;
    }

    @Override
    public List<TopicSpec> topics() {
        return List.of(
                TopicSpec.events(Topics.WORKORDER_EVENTS, config.eventsRetention()),
                TopicSpec.keptForEver(Topics.INVENTORY_MOVEMENTS),
                TopicSpec.compacted(Topics.INVENTORY_MASTERDATA));
    }
}
