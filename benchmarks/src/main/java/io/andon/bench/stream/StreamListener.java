package io.andon.bench.stream;

/** Is told what a {@link StreamParser} finds. */
public interface StreamListener {

    /** The answer's status; the events follow if it is 200. */
    void status(int status);

    /** An event of the benchmark. */
    void numbered(long sequence);

    /** Whether {@link #sent} is wanted for that event. */
    boolean samples(long sequence);

    /** An event that was produced then, by {@link System#nanoTime}. */
    void sent(long sequence, long sentNanos);

    /** Another event, as text: the server's own, or a bare {@code retry}. */
    void other(String event);

    /** The id of the last event of a piece of the stream. */
    void lastId(String id);

    /** The answer is complete. */
    void end();
}
