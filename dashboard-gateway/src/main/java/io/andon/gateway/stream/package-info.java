/**
 * The HTTP side of the streams: opens them, keeps them alive, closes them in time, and counts them. What travels in
 * them is the business of {@code fanout}.
 */
@NullMarked
package io.andon.gateway.stream;

import org.jspecify.annotations.NullMarked;
