package io.andon.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * One thread with its share of the clients. Other threads only hand it tasks; everything else is its own. Bounded: the
 * clients, by the plan, and the handshakes at once.
 */
final class LoadLoop implements Runnable {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int HANDSHAKES_AT_ONCE = 1000;
    private static final long PROGRESS_EVERY_NANOS = 100_000;

    /** A client that is not waited for. */
    private static final long NOT_AWAITED = Long.MAX_VALUE;

    private record Retry(long dueNanos, StreamClient client) {}

    private final int index;
    private final Progress progress;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<StreamClient> clients = new ArrayList<>();
    private final Queue<StreamClient> toConnect = new ArrayDeque<>();
    private final PriorityQueue<Retry> retries = new PriorityQueue<>(Comparator.comparingLong(Retry::dueNanos));
    private long[] last = new long[0];
    private Tally tally = new Tally();
    private int handshakes;
    private int open;
    private long readAtNanos;
    private long progressAtNanos;

    LoadLoop(int index, Progress progress) {
        this.index = index;
        this.progress = progress;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code task} on the loop's thread. */
    <T> CompletableFuture<T> ask(Supplier<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.add(() -> answer.complete(task.get()));
        selector.wakeup();
        return answer;
    }

    @Override
    public void run() {
        try {
            while (true) {
                selector.select(this::proceed, untilNextRetryMs());
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                retryWhatIsDue();
                connectMore();
                tellProgress();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void proceed(SelectionKey key) {
        if (key.isValid()) {
            ((StreamClient) key.attachment()).proceed(buffer);
        }
    }

    private long untilNextRetryMs() {
        Retry next = retries.peek();
        return next == null ? 1000 : Math.max(1, Math.min(1000, (next.dueNanos - System.nanoTime()) / 1_000_000));
    }

    private void retryWhatIsDue() {
        for (Retry next = retries.peek(); next != null && next.dueNanos <= System.nanoTime(); next = retries.peek()) {
            toConnect.add(retries.remove().client);
        }
    }

    private void connectMore() {
        while (handshakes < HANDSHAKES_AT_ONCE && !toConnect.isEmpty()) {
            handshakes++;
            toConnect.remove().connect();
        }
    }

    private void tellProgress() {
        long now = System.nanoTime();
        if (now - progressAtNanos > PROGRESS_EVERY_NANOS) {
            progressAtNanos = now;
            progress.reached(index, slowest());
        }
    }

    long slowest() {
        long slowest = NOT_AWAITED;
        for (long sequence : last) {
            slowest = Math.min(slowest, sequence);
        }
        return slowest;
    }

    /** Opens every {@code step}-th client of the plan, from {@code first} on. */
    void open(Connect plan, int first, int step) {
        for (int number = first; number < plan.count(); number += step) {
            StreamClient client = new StreamClient(this, plan, number, clients.size());
            clients.add(client);
            toConnect.add(client);
        }
        last = new long[clients.size()];
        for (int place = 0; place < last.length; place++) {
            last[place] = clients.get(place).isStalled() ? NOT_AWAITED : 0;
        }
        progress.reached(index, slowest());
    }

    void closeAll() {
        toConnect.clear();
        retries.clear();
        clients.forEach(StreamClient::close);
        clients.clear();
        Arrays.fill(last, NOT_AWAITED);
        last = new long[0];
        progress.reached(index, NOT_AWAITED);
    }

    Tally mark() {
        Tally marked = tally;
        tally = new Tally();
        return marked;
    }

    /** A copy, so that the asking thread does not read what this one writes. */
    Tally tallySoFar() {
        Tally copy = new Tally();
        copy.add(tally);
        return copy;
    }

    Tally tally() {
        return tally;
    }

    int countOpen() {
        return open;
    }

    Selector selector() {
        return selector;
    }

    void shookHands() {
        handshakes--;
    }

    void opened() {
        open++;
        tally.openedAtNanos = System.nanoTime();
    }

    void closed() {
        open--;
    }

    void retryIn(long delayMs, StreamClient client) {
        retries.add(new Retry(System.nanoTime() + delayMs * 1_000_000, client));
    }

    void readNow(int bytes) {
        readAtNanos = System.nanoTime();
        tally.reads++;
        tally.bytes += bytes;
    }

    long readAtNanos() {
        return readAtNanos;
    }

    long last(int place) {
        return last[place];
    }

    void reached(int place, long sequence) {
        last[place] = sequence;
    }

    /** Nobody waits for that client any more. */
    void giveUp(int place) {
        last[place] = NOT_AWAITED;
    }
}
