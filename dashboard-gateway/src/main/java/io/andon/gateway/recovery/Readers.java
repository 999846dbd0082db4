package io.andon.gateway.recovery;

import java.util.function.Function;

/** Lends a reader of the topics for as long as one chunk takes. */
interface Readers {

    /** @throws RecoveryException if the topics cannot be read */
    Chunk use(Function<TopicReader, Chunk> task);

    /** No chunk is read from now on. */
    void close();
}
