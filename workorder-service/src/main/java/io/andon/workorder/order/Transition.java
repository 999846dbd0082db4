package io.andon.workorder.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in an order's life.
 *
 * @param from null for its creation
 * @param at when it was recorded
 * @param by who did it, or posted what led to it
 */
record Transition(@Nullable WorkOrderStatus from, WorkOrderStatus to, Instant at, String by) {}
