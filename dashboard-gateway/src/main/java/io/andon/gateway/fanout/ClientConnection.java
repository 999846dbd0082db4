package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;

/** The transport of one subscriber. All methods are called on the subscriber's event loop. */
public interface ClientConnection {

    /** Begins the stream: what must reach the client before any event. */
    void open(Resumption resumption);

    /** The stream was opened, and has carried what came before {@code resumption}: says what is left to say about it. */
    void goLive(Resumption resumption);

    /** Whether the transport holds as much as it should; it then says {@link Subscriber#drained} when it does not. */
    boolean isFull();

    void write(Buffer events);

    /** As {@link #write(Buffer)}, of what others get too. */
    void write(SharedPiece events);

    /**
     * Ends the stream after {@code last} and what has been written before.
     *
     * @param leave whether the client should ask nothing more on this connection, even if it carries other streams
     */
    void end(Buffer last, boolean leave);

    /** Cuts the connection, without waiting for a client that does not read. */
    void abort();
}
