package io.andon.kit.topics;

import java.util.List;

/** The topics that a service writes, implemented once by each service. */
public interface OwnedTopics {

    List<TopicSpec> topics();
}
