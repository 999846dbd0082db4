/**
 * The operator's replay: shows records again to the dashboards that are open, because somebody has set the committed
 * offsets of the group {@code andon-replay} back with Kafka's own tools.
 *
 * <p>One thread, {@link io.andon.gateway.replay.OperatorReplay}, looks at the group, reads the records with a consumer of
 * its own, and gives them to the hubs at a pace that live traffic does not notice. It touches neither the intake nor the
 * windows nor anybody's position. What an instance does about what it finds committed is decided by
 * {@code PartitionReplay} and nowhere else; docs/adr/0012 has the reasons.
 */
@NullMarked
package io.andon.gateway.replay;

import org.jspecify.annotations.NullMarked;
