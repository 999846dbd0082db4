package io.andon.bench.posting;

import io.andon.bench.load.Percentiles;
import io.andon.bench.process.Wait;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Clients that post to the service, each on a thread of its own, in a closed loop: the next one when the last one was
 * answered. Used by one thread.
 */
public final class PostingLoad implements AutoCloseable {

    private static final Pattern MOVEMENT = Pattern.compile("\"issueMovementId\":\"([^\"]+)\"");

    private final List<Workplace> workplaces;
    private final List<PlainHttp> connections = new ArrayList<>();
    private final ExecutorService threads;
    private long round;

    private PostingLoad(List<Workplace> workplaces) {
        this.workplaces = workplaces;
        this.threads = Executors.newFixedThreadPool(workplaces.size());
    }

    /** @param token of a planner, who may also post */
    public static PostingLoad open(URI service, String token, int clients) {
        try (PlainHttp planner = new PlainHttp(service, token)) {
            PostingLoad load = new PostingLoad(Workplace.open(planner, clients));
            load.workplaces.forEach(workplace -> load.connections.add(new PlainHttp(service, token)));
            return load;
        }
    }

    public List<Workplace> workplaces() {
        return workplaces;
    }

    /**
     * One posting at that workplace.
     *
     * @return the answer's body
     */
    public String postOnce(Workplace workplace, String key) {
        return connections.get(workplace.number()).post(workplace.path(), key, workplace.body());
    }

    /** All clients post until the time is over. */
    public Postings run(Duration time) {
        AtomicBoolean over = new AtomicBoolean();
        String prefix = "r" + ++round + "-";
        long beganNanos = System.nanoTime();
        List<Future<Histogram>> running = workplaces.stream()
                .map(workplace -> threads.submit(() -> postUntil(over, workplace, prefix + workplace.number() + "-")))
                .toList();
        Wait.pass(time);
        over.set(true);
        Histogram all = Percentiles.histogram();
        running.forEach(client -> all.add(get(client)));
        return Postings.of(all, System.nanoTime() - beganNanos);
    }

    private Histogram postUntil(AtomicBoolean over, Workplace workplace, String prefix) {
        Histogram took = Percentiles.histogram();
        for (int i = 0; !over.get(); i++) {
            long sentNanos = System.nanoTime();
            postOnce(workplace, prefix + i);
            took.recordValue(System.nanoTime() - sentNanos);
        }
        return took;
    }

    /**
     * So many postings a second until the time is over, whichever client is free, each at its time or as soon as one is.
     */
    public List<Posted> runAtRate(int perSecond, Duration time) {
        String prefix = "r" + ++round + "-";
        long beganNanos = System.nanoTime();
        long all = perSecond * time.toMillis() / 1_000;
        AtomicLong next = new AtomicLong();
        return workplaces.stream()
                .map(workplace -> threads.submit(() -> {
                    List<Posted> posted = new ArrayList<>();
                    for (long i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                        Wait.pass(Duration.ofNanos(beganNanos + i * 1_000_000_000L / perSecond - System.nanoTime()));
                        posted.add(post(workplace, prefix + i));
                    }
                    return posted;
                }))
                .toList()
                .stream()
                .flatMap(client -> get(client).stream())
                .toList();
    }

    private Posted post(Workplace workplace, String key) {
        long sentNanos = System.nanoTime();
        String answer = postOnce(workplace, key);
        long answeredNanos = System.nanoTime();
        Matcher movement = MOVEMENT.matcher(answer);
        if (!movement.find()) {
            throw new IllegalStateException("an answer without a movement: " + answer);
        }
        return new Posted(movement.group(1), sentNanos, answeredNanos);
    }

    private static <T> T get(Future<T> client) {
        try {
            return client.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connections.forEach(PlainHttp::close);
        threads.shutdownNow();
    }
}
