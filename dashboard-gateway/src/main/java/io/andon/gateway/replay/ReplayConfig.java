package io.andon.gateway.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an operator's replay is noticed and how fast it goes. */
@ConfigMapping(prefix = "andon.replay")
public interface ReplayConfig {

    /** The consumer group whose committed offsets an operator sets back; nobody may ever join it. */
    @WithDefault("andon-replay")
    String group();

    /** How often the group is looked at, and how often a replay's progress is committed. */
    @WithDefault("1s")
    Duration checkInterval();

    /** Records a second that are shown again at most; fewer where the event loops have enough to do. */
    @WithDefault("2000")
    int rate();

    /** How long a gateway that has just started waits for its clients before it shows them anything again. */
    @WithDefault("5s")
    Duration startDelay();

    /** After how long the group follows the end of its partitions while nothing is replayed. */
    @WithDefault("30s")
    Duration restInterval();
}
