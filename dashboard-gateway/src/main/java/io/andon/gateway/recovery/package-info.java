/**
 * Reads back from Kafka what a client has missed and the window no longer has, and leads the client from there into its
 * tenant's hub. {@link io.andon.gateway.recovery.Recoveries} is the door, for {@code stream} alone.
 *
 * <p>A lane of its own, which live traffic never waits for: few threads, each with a consumer of its own while it reads
 * one chunk for one client. No thread ever waits for a client; a client that does not take its chunk only keeps its
 * place in the lane, and for a while.
 */
@NullMarked
package io.andon.gateway.recovery;

import org.jspecify.annotations.NullMarked;
