package io.andon.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Thousands of clients on one thread. */
final class Crowd implements AutoCloseable {

    private static final long LONGEST_WAIT_MS = 50;

    private final Selector selector;
    private final Thread thread = new Thread(this::run, "crowd");
    private final Queue<Visit> newcomers = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Visit> later = new PriorityQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private volatile int returnTo;
    private volatile boolean closed;

    /** A client that is to connect at that time. */
    private record Visit(CrowdMember member, int port, long atNanos) implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            return Long.compare(atNanos - other.atNanos, 0);
        }
    }

    /** A client and what it is being told. */
    private record Conversation(CrowdMember member, SseDecoder decoder) {}

    Crowd() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    CrowdMember join(int port, String token) {
        CrowdMember member = new CrowdMember(token);
        newcomers.add(new Visit(member, port, System.nanoTime()));
        return member;
    }

    /** The port that clients come back to when their stream has ended. */
    void returnTo(int port) {
        returnTo = port;
    }

    private void run() {
        try (selector) {
            while (!closed) {
                selector.select(this::ready, LONGEST_WAIT_MS);
                for (Visit visit = newcomers.poll(); visit != null; visit = newcomers.poll()) {
                    connect(visit);
                }
                while (!later.isEmpty() && later.peek().atNanos() - System.nanoTime() <= 0) {
                    connect(later.poll());
                }
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Visit visit) throws IOException {
        SocketChannel channel = SocketChannel.open();
        visit.member().connecting(visit.port());
        try {
            // On the loopback interface a connection is there or refused at once.
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), visit.port()));
            channel.write(ByteBuffer.wrap(request(visit).getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            SseDecoder decoder = new SseDecoder(visit.member()::accept);
            channel.register(selector, SelectionKey.OP_READ, new Conversation(visit.member(), decoder));
        } catch (IOException e) {
            channel.close();
            comeBack(visit.member());
        }
    }

    private static String request(Visit visit) {
        String id = visit.member().lastId();
        return "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Authorization: Bearer " + visit.member().token + "\r\n"
                + (id.isEmpty() ? "" : "Last-Event-ID: " + id + "\r\n")
                + "\r\n";
    }

    private void ready(SelectionKey key) {
        Conversation conversation = (Conversation) key.attachment();
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            buffer.clear();
            boolean over = channel.read(buffer) < 0;
            conversation.decoder().feed(buffer.flip());
            if (over || conversation.decoder().isOver()) {
                channel.close();
                comeBack(conversation.member());
            }
        } catch (IOException e) {
            key.cancel();
            comeBack(conversation.member());
        }
    }

    private void comeBack(CrowdMember member) {
        member.ended();
        long atNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(member.retryMs());
        later.add(new Visit(member, returnTo, atNanos));
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
