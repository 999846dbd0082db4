/**
 * How far in the topics somebody is: the gateway as a whole ({@link io.andon.gateway.position.TopicPositions}) and one
 * stream ({@link io.andon.gateway.position.StreamPosition}). Depends on no other package of the gateway.
 */
@NullMarked
package io.andon.gateway.position;

import org.jspecify.annotations.NullMarked;
