package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SharedPieceTest {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

    @Test
    void isCodedAsOneChunkInMemoryOutsideTheHeap() {
        SharedPiece piece = new SharedPiece(Buffer.buffer("data: ü, twenty bytes\n\n"));

        ByteBuf chunk = piece.chunk(allocator);

        assertThat(chunk.toString(StandardCharsets.UTF_8)).isEqualTo("18\r\ndata: ü, twenty bytes\n\n\r\n");
        assertThat(chunk.isDirect()).isTrue();
        chunk.release();
        piece.release();
    }

    @Test
    void eachWriteHasItsOwnPlaceInTheSameMemory() {
        SharedPiece piece = new SharedPiece(Buffer.buffer("data\n\n"));

        ByteBuf one = piece.chunk(allocator);
        ByteBuf other = piece.chunk(allocator);
        one.skipBytes(one.readableBytes());

        assertThat(other.toString(StandardCharsets.UTF_8)).isEqualTo("6\r\ndata\n\n\r\n");
        assertThat(other.memoryAddress()).isEqualTo(one.memoryAddress());
        one.release();
        other.release();
        piece.release();
    }

    @Test
    void theMemoryIsFreedWithTheLastOfItsWrites() {
        SharedPiece piece = new SharedPiece(Buffer.buffer("data\n\n"));
        ByteBuf slow = piece.chunk(allocator);
        piece.chunk(allocator).release();
        piece.release();

        assertThat(allocator.metric().usedDirectMemory()).isPositive();
        slow.release();

        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }

    @Test
    void needsNoMemoryIfNobodyWantsChunks() {
        new SharedPiece(Buffer.buffer("data\n\n")).release();

        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }
}
