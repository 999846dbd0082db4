package io.andon.local.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * No test, but a program: how long it takes from a posting to its frame at a subscriber. It posts batches at an even
 * rate to a stack of its own, first to warm it up, and prints percentiles of both the answers and the frames.
 *
 * <pre>{@code
 * ./mvnw -pl local-stack test-compile exec:java \
 *     -Dexec.classpathScope=test -Dexec.mainClass=io.andon.local.e2e.SpeedReport
 * }</pre>
 */
final class SpeedReport {

    private static final int PER_SECOND = 100;
    private static final int SECONDS = 30;
    private static final int CONNECTIONS = 16;

    private SpeedReport() {}

    public static void main(String[] arguments) throws Exception {
        try (RunningStack stack = RunningStack.start()) {
            Workshop workshop = stack.newTenant().workshop();
            measure(workshop, "warm-up");
            measure(workshop, "measured");
        }
        System.exit(0);
    }

    private static void measure(Workshop workshop, String name) throws Exception {
        int count = PER_SECOND * SECONDS;
        Api operator = workshop.tenant().as("operator");
        Map<String, Long> sentAt = new ConcurrentHashMap<>();
        List<Long> answers = Collections.synchronizedList(new ArrayList<>());
        try (EventStream stream = workshop.tenant().subscribe()) {
            ScheduledExecutorService clock = Executors.newScheduledThreadPool(CONNECTIONS);
            List<Future<?>> posts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                posts.add(clock.schedule(
                        () -> {
                            long start = System.nanoTime();
                            String movement =
                                    workshop.bake(operator, 1).expect(201).text("receiveMovementId");
                            sentAt.put(movement, start);
                            answers.add(System.nanoTime() - start);
                        },
                        1_000_000L * i / PER_SECOND,
                        TimeUnit.MICROSECONDS));
            }
            for (Future<?> post : posts) {
                post.get();
            }
            clock.shutdown();
            List<EventStream.Arrival> arrivals = stream.awaitArrivals(
                    "batches", count, frame -> frame.event().equals("inventory.work_order.batch.posted"));
            List<Long> frames = arrivals.stream()
                    .map(arrival -> arrival.atNanos()
                            - sentAt.get(arrival.frame()
                                    .content()
                                    .path("receiveMovementId")
                                    .asText()))
                    .toList();
            System.out.printf("%s: %d posts at %d/s%n", name, count, PER_SECOND);
            print("  post -> answer", answers);
            print("  post -> frame ", frames);
        }
    }

    private static void print(String name, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%s  p50 %5.1f ms  p90 %5.1f ms  p99 %6.1f ms  max %6.1f ms%n",
                name, percentile(sorted, 50), percentile(sorted, 90), percentile(sorted, 99), percentile(sorted, 100));
    }

    private static double percentile(List<Long> sorted, int percent) {
        int index = Math.max(0, (sorted.size() * percent + 99) / 100 - 1);
        return Duration.ofNanos(sorted.get(index)).toNanos() / 1e6;
    }
}
