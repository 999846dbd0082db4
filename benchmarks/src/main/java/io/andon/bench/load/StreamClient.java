package io.andon.bench.load;

import io.andon.bench.stream.StreamListener;
import io.andon.bench.stream.StreamParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One subscriber. Touched by its loop alone. */
final class StreamClient implements StreamListener {

    private static final int SMALL_BUFFER = 4096;
    private static final long DEFAULT_RETRY_MS = 1000;

    private final LoadLoop loop;
    private final Connect plan;
    private final int number;
    private final int place;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable StreamParser parser;
    private String lastId = "";
    private long retryMs = DEFAULT_RETRY_MS;
    private boolean shakesHands;
    private boolean open;
    private boolean skipsAreAnnounced;
    private boolean over;

    /**
     * @param number among all clients
     * @param place where the loop keeps its progress
     */
    StreamClient(LoadLoop loop, Connect plan, int number, int place) {
        this.loop = loop;
        this.plan = plan;
        this.number = number;
        this.place = place;
    }

    boolean isStalled() {
        return number < plan.stalled();
    }

    void connect() {
        over = false;
        shakesHands = true;
        parser = new StreamParser(this, plan.reconnects());
        try {
            SocketChannel socket = SocketChannel.open();
            channel = socket;
            socket.configureBlocking(false);
            // With RST at the end, or the ports of one run wait out their minute while the next one needs them.
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            if (isStalled()) {
                socket.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            }
            socket.bind(new InetSocketAddress(Addresses.of(number), 0));
            key = socket.register(loop.selector(), SelectionKey.OP_CONNECT, this);
            if (socket.connect(new InetSocketAddress(Addresses.SERVER, plan.port()))) {
                request();
            }
        } catch (IOException e) {
            broke();
        }
    }

    /** The socket is ready for something. */
    void proceed(ByteBuffer buffer) {
        try {
            if (key != null && key.isConnectable() && channel != null && channel.finishConnect()) {
                request();
            } else if (key != null && key.isReadable()) {
                read(buffer);
            }
        } catch (IOException e) {
            broke();
        } catch (IllegalStateException e) {
            loop.tally().failed(String.valueOf(e.getMessage()));
            over = true;
            close();
        }
    }

    private void request() throws IOException {
        ByteBuffer bytes = plan.request(number, lastId);
        if (channel == null || key == null || channel.write(bytes) < bytes.capacity()) {
            throw new IOException("a request did not fit into the socket's buffer");
        }
        key.interestOps(isStalled() ? 0 : SelectionKey.OP_READ);
        if (isStalled()) {
            opened();
        }
    }

    private void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int length = channel == null ? -1 : channel.read(buffer);
        if (length < 0) {
            throw new IOException("the server ended the stream");
        }
        if (length > 0 && parser != null) {
            loop.readNow(length);
            parser.feed(buffer.flip());
            if (over) {
                close();
            }
        }
    }

    private void opened() {
        if (!open) {
            open = true;
            loop.opened();
            shookHands();
        }
    }

    private void shookHands() {
        if (shakesHands) {
            shakesHands = false;
            loop.shookHands();
        }
    }

    /** The connection is gone, or could not be made. */
    private void broke() {
        loop.tally().broken++;
        over = true;
        close();
        if (plan.reconnects()) {
            loop.retryIn(retryMs, this);
        } else {
            loop.giveUp(place);
        }
    }

    void close() {
        shookHands();
        if (open) {
            open = false;
            loop.closed();
        }
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            loop.tally().failed(e.toString());
        }
    }

    @Override
    public void status(int status) {
        if (status != 200) {
            loop.tally().failed("status " + status);
            over = true;
        } else if (!plan.awaitsReady()) {
            opened();
        }
    }

    @Override
    public void numbered(long sequence) {
        long last = loop.last(place);
        Tally tally = loop.tally();
        tally.deliveries++;
        if (sequence <= last) {
            tally.repeated++;
            return;
        }
        if (sequence > last + 1) {
            long skipped = sequence - last - 1;
            tally.announced += skipsAreAnnounced ? skipped : 0;
            tally.lost += skipsAreAnnounced ? 0 : skipped;
        }
        skipsAreAnnounced = false;
        loop.reached(place, sequence);
    }

    @Override
    public boolean samples(long sequence) {
        return sequence % plan.sampleEvery() == 0;
    }

    @Override
    public void sent(long sequence, long sentNanos) {
        long nanos = loop.readAtNanos() - sentNanos;
        loop.tally().took(nanos);
        if (plan.timesLast()) {
            loop.tally().arrivals.arrived(sequence, nanos);
        }
    }

    @Override
    public void other(String event) {
        if (event.startsWith("retry: ")) {
            retryMs = Long.parseLong(event.substring("retry: ".length(), event.indexOf('\n')));
        }
        if (event.contains("event: system.ready\n")) {
            opened();
        } else if (event.contains("event: system.resync\n")) {
            loop.tally().resyncs++;
            skipsAreAnnounced = true;
        } else if (event.contains("event: system.refused\n")) {
            loop.tally().refused++;
            over = true;
            loop.retryIn(retryMs, this);
        }
    }

    @Override
    public void lastId(String id) {
        lastId = id;
    }

    @Override
    public void end() {
        if (!over) {
            broke();
        }
    }
}
