/**
 * From one record to every subscriber of its tenant.
 *
 * <p>A {@link io.andon.gateway.fanout.TenantHub} keeps the tenant's recent {@link io.andon.gateway.fanout.Frame}s and
 * hands each batch of new ones to the {@link io.andon.gateway.fanout.LoopLane} of every event loop that has subscribers
 * of the tenant. On the loop, a {@code HubGroup} joins what is pending into one buffer and writes that same buffer to
 * all of its subscribers.
 *
 * <p>Rules for threads: a hub is guarded by its own lock, taken once per batch and once per connect, never per
 * delivery. What lives on a loop (lane, group, cohort, subscriber) is touched by that loop alone. Whoever holds a hub's
 * lock may append to a lane and nothing else, so that there is one order of events per hub and lane.
 */
@NullMarked
package io.andon.gateway.fanout;

import org.jspecify.annotations.NullMarked;
