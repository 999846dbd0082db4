package io.andon.kit.outbox;

import io.andon.events.CloudEvent;

/**
 * An event that has not reached its topic yet.
 *
 * @param seq the order of relaying; within an aggregate the order of the commits
 */
record OutboxRow(long seq, String topic, String key, CloudEvent event) {}
