package io.andon.metrics.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * Where in its topic an event stands, and when it was recorded: what tells a newer state of an item from an older one.
 */
record Position(int partition, long offset, Instant recordedAt, UUID eventId) {}
