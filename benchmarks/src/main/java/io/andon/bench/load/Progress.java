package io.andon.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The page on which each loop of the load generator writes how far the slowest of its subscribers is, and which the
 * producer of a closed loop reads. One line of the processor's cache per loop.
 */
public final class Progress {

    private static final int LINE = 64;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final MappedByteBuffer page;
    private final int loops;

    private Progress(MappedByteBuffer page, int loops) {
        this.page = page;
        this.loops = loops;
    }

    static Progress open(Path file, int loops) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Progress(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) loops * LINE), loops);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reached(int loop, long sequence) {
        LONG.setRelease(page, loop * LINE, sequence);
    }

    /** The number up to which every subscriber has received everything; huge if there is no subscriber. */
    public long slowest() {
        long slowest = Long.MAX_VALUE;
        for (int loop = 0; loop < loops; loop++) {
            slowest = Math.min(slowest, (long) LONG.getAcquire(page, loop * LINE));
        }
        return slowest;
    }
}
