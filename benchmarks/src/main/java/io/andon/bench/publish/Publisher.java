package io.andon.bench.publish;

/** The way of events into one server. Used by one thread. */
public interface Publisher extends AutoCloseable {

    /** Sends an event of that tenant, at the latest with the next {@link #flush}. */
    void publish(int tenant, byte[] value);

    /** Nothing more comes for the moment. */
    void flush();

    @Override
    void close();
}
