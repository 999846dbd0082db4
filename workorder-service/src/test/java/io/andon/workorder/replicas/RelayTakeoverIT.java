package io.andon.workorder.replicas;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static io.andon.workorder.TenantEvents.CEILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.Topics;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.andon.workorder.TenantEvents.Published;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlant.class)
class RelayTakeoverIT {

    private static final Logger LOG = Logger.getLogger(RelayTakeoverIT.class);
    private static final int PAUSES = 2;
    private static final int POSTERS = 4;
    private static final int POSTINGS = 80;

    private final Plant plant;
    private final Ledger ledger;

    RelayTakeoverIT(Plant plant) {
        this.plant = plant;
        this.ledger = plant.ledger();
    }

    /** An order of a new tenant, reached through one replica. */
    private record Bench(Factory factory, String order, String flour, String bread, String store) {

        static Bench open(Plant plant, int replica) {
            Factory factory = Factory.at(plant.issuer(), () -> plant.address(replica));
            String flour = factory.item("raw");
            String bread = factory.item("finished");
            String store = factory.location();
            factory.stock(flour, store, 1_000_000);
            return new Bench(factory, factory.releasedOrder(bread, 1_000_000), flour, bread, store);
        }

        void bake() {
            factory.record(order, batch(List.of(consume(flour, store, 1)), List.of(produce(bread, store, 1))))
                    .expect(201);
        }
    }

    @Test
    void anotherReplicaRelaysWhenTheActiveOneWasKilled() {
        // Given
        int active = active();
        Bench bench = Bench.open(plant, other(active));
        try (TenantEvents events = TenantEvents.of(plant.broker(), bench.factory(), Topics.WORKORDER_EVENTS)) {
            bench.bake();
            events.until("production:changed", "\"quantityCompleted\":1}");

            // When
            plant.replica(active).kill();
            long killed = System.nanoTime();
            bench.bake();

            // Then
            events.until("production:changed", "\"quantityCompleted\":2}");
            LOG.infof(
                    "takeover after kill -9: %d ms",
                    Duration.ofNanos(System.nanoTime() - killed).toMillis());
        }
        assertThat(ledger.isRelaying(plant.replica(other(active)))).isTrue();
    }

    @Test
    void aRelayThatWasPausedPublishesNothingOutOfOrderWhenItGoesOn() throws Exception {
        for (int pause = 0; pause < PAUSES; pause++) {
            // Given: the active relay stands still in the middle of its work, its connections open.
            int active = active();
            Replica paused = plant.replica(active);
            Bench bench = Bench.open(plant, other(active));
            ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
            AtomicInteger posted = new AtomicInteger();
            List<Future<?>> postings = IntStream.range(0, POSTINGS)
                    .<Future<?>>mapToObj(i -> posters.submit(() -> {
                        bench.bake();
                        posted.incrementAndGet();
                    }))
                    .toList();
            await().atMost(CEILING).until(() -> posted.get() > POSTINGS / 4);
            paused.pause();
            try (TenantEvents events = TenantEvents.of(plant.broker(), bench.factory(), Topics.WORKORDER_EVENTS)) {
                await().atMost(CEILING).until(() -> ledger.isRelaying(plant.replica(other(active))));
                for (Future<?> posting : postings) {
                    posting.get();
                }
                events.until("production:changed", quantity(POSTINGS));

                // When
                int before = paused.log().length();
                paused.resume();

                // Then
                await().atMost(CEILING).until(() -> hasSteppedDown(paused.log().substring(before)));
                bench.bake();
                assertThat(quantities(events.until("production:changed", quantity(POSTINGS + 1))))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, POSTINGS + 1).boxed().toList());
            } finally {
                paused.resume();
                posters.shutdownNow();
            }
            plant.restart(active);
        }
    }

    private static boolean hasSteppedDown(String log) {
        return log.contains("gives way") || log.contains("outbox relay starts again");
    }

    private static String quantity(int quantity) {
        return "\"quantityCompleted\":" + quantity + "}";
    }

    /** What each event told for the first time, in the order of the topic. */
    private static List<Integer> quantities(List<Published> events) {
        Set<UUID> seen = new HashSet<>();
        return events.stream()
                .filter(one -> one.event().type().equals("production:changed"))
                .filter(one -> seen.add(one.event().id()))
                .map(one -> one.data().path("quantityCompleted").asInt())
                .toList();
    }

    private int active() {
        return await().atMost(CEILING)
                .until(
                        () -> IntStream.range(0, Plant.REPLICAS)
                                .filter(i -> ledger.isRelaying(plant.replica(i)))
                                .findFirst()
                                .orElse(-1),
                        i -> i >= 0);
    }

    private static int other(int replica) {
        return Plant.REPLICAS - 1 - replica;
    }
}
