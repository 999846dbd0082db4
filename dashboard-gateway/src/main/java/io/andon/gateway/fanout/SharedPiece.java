package io.andon.gateway.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that go to many clients of one event loop, in one write each. What HTTP/1.1 puts around them is the same for all,
 * and so is the copy in memory from which the system can send: both are made once, when the first client wants them.
 *
 * <p>Touched by that loop alone. Who makes one gives it back with {@link #release} when all have been written to; the
 * memory lives until the slowest of their sockets has taken it.
 */
public final class SharedPiece {

    private static final byte[] CRLF = {'\r', '\n'};

    /** Eight digits of the length, and two ends of line. */
    private static final int MAX_CODING_BYTES = 12;

    private final Buffer bytes;
    private @Nullable ByteBuf chunk;

    SharedPiece(Buffer bytes) {
        this.bytes = bytes;
    }

    /** The events as they are. */
    public Buffer bytes() {
        return bytes;
    }

    /**
     * The events as one chunk of an HTTP/1.1 message (RFC 9112 §7.1), for one write, which releases it.
     *
     * @param allocator gives the memory, outside the heap
     */
    public ByteBuf chunk(ByteBufAllocator allocator) {
        if (chunk == null) {
            chunk = allocator.directBuffer(bytes.length() + MAX_CODING_BYTES);
            chunk.writeCharSequence(Integer.toHexString(bytes.length()), StandardCharsets.US_ASCII);
            chunk.writeBytes(CRLF).writeBytes(bytes.getBytes()).writeBytes(CRLF);
        }
        return chunk.retainedDuplicate();
    }

    void release() {
        if (chunk != null) {
            chunk.release();
            chunk = null;
        }
    }
}
