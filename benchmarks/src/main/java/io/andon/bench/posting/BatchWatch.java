package io.andon.bench.posting;

import io.andon.bench.load.Percentiles;
import io.andon.bench.stream.StreamListener;
import io.andon.bench.stream.StreamParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** Subscribers who note when each of them sees a batch. One thread reads for all; one other thread asks. */
public final class BatchWatch implements AutoCloseable {

    private static final String TYPE = "event: inventory.work_order.batch.posted\n";
    private static final String KEY = "\"issueMovementId\":\"";
    private static final int ID_LENGTH = 36;

    private final Selector selector;
    private final List<Watcher> watchers = new ArrayList<>();
    private final AtomicInteger ready = new AtomicInteger();
    private final Thread thread = new Thread(this::readAll, "batch-watch");
    private long readAtNanos;
    private volatile boolean closed;

    private BatchWatch(Selector selector) {
        this.selector = selector;
    }

    public static BatchWatch open(URI gateway, String token, int subscribers) {
        String request = "GET /events HTTP/1.1\r\nHost: " + gateway.getAuthority()
                + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        try {
            BatchWatch watch = new BatchWatch(Selector.open());
            for (int i = 0; i < subscribers; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                channel.configureBlocking(false);
                Watcher watcher = watch.new Watcher(channel);
                watch.watchers.add(watcher);
                channel.register(watch.selector, SelectionKey.OP_READ, watcher);
            }
            watch.thread.setDaemon(true);
            watch.thread.start();
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every stream has begun. */
    public boolean isReady() {
        return ready.get() == watchers.size();
    }

    /** Whether every subscriber has seen them all. */
    public boolean hasSeen(List<Posted> postings) {
        return watchers.stream().allMatch(watcher -> postings.stream()
                .allMatch(posted -> watcher.seen.containsKey(posted.movementId())));
    }

    private void readAll() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
        try {
            while (!closed) {
                selector.select(key -> ((Watcher) key.attachment()).read(buffer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From sending the request to a subscriber's having the event, for each of {@code postings} and each subscriber.
     * Ends the watching, and so must be the last thing asked.
     */
    public Percentiles took(List<Posted> postings) {
        close();
        Map<String, Long> sent = new HashMap<>();
        postings.forEach(posted -> sent.put(posted.movementId(), posted.sentNanos()));
        Histogram took = Percentiles.histogram();
        for (Watcher watcher : watchers) {
            watcher.seen.forEach((id, atNanos) -> {
                Long sentNanos = sent.get(id);
                if (sentNanos != null) {
                    took.recordValue(atNanos - sentNanos);
                }
            });
        }
        return Percentiles.of(took);
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (Watcher watcher : watchers) {
                watcher.channel.close();
            }
            selector.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One subscriber. */
    private final class Watcher implements StreamListener {

        private final SocketChannel channel;
        private final StreamParser parser = new StreamParser(this, false);
        private final Map<String, Long> seen = new ConcurrentHashMap<>();

        private Watcher(SocketChannel channel) {
            this.channel = channel;
        }

        private void read(ByteBuffer buffer) {
            buffer.clear();
            try {
                if (channel.read(buffer) < 0) {
                    throw new IOException("the gateway ended the stream");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            readAtNanos = System.nanoTime();
            parser.feed(buffer.flip());
        }

        @Override
        public void other(String event) {
            if (event.contains("event: system.ready\n")) {
                ready.incrementAndGet();
            } else if (event.contains(TYPE)) {
                int id = event.indexOf(KEY) + KEY.length();
                seen.putIfAbsent(event.substring(id, id + ID_LENGTH), readAtNanos);
            }
        }

        @Override
        public void status(int status) {
            if (status != 200) {
                throw new IllegalStateException("the gateway answered " + status);
            }
        }

        @Override
        public void numbered(long sequence) {
            throw new IllegalStateException("only Andon's own events are expected");
        }

        @Override
        public boolean samples(long sequence) {
            return false;
        }

        @Override
        public void sent(long sequence, long sentNanos) {
            throw new IllegalStateException("only Andon's own events are expected");
        }

        @Override
        public void lastId(String id) {
            // Nobody reconnects here.
        }

        @Override
        public void end() {
            throw new IllegalStateException("the gateway ended the stream");
        }
    }
}
