package io.andon.workorder.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.workorder.TenantEvents;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sixteen clients do at random whatever moves stock, on two replicas. The full proof: {@code -Dandon.load.seconds=60},
 * {@code -Dandon.load.kills=20}; a failure is looked into with the {@code -Dandon.seed} that it printed.
 */
@ExtendWith(SharedPlant.class)
class LoadIT {

    private static final Logger LOG = Logger.getLogger(LoadIT.class);
    private static final int CLIENTS = 16;
    private static final int SECONDS = Integer.getInteger("andon.load.seconds", 12);
    private static final int KILLS = Integer.getInteger("andon.load.kills", 1);
    private static final long SEED =
            Long.getLong("andon.seed", ThreadLocalRandom.current().nextLong());

    private final Gate gate = new Gate();
    private final Plant plant;

    LoadIT(Plant plant) {
        this.plant = plant;
    }

    @Test
    void ledgerBalancesAndTopicsAgreeWhateverHappensAtOnce() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();

        Shop shop = run(() -> System.nanoTime() > end, () -> {});

        audit(shop, "load of " + SECONDS + " s");
    }

    @Test
    void nothingIsLostTornOrDoubledWhenReplicasAreKilled() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Random random = new Random(SEED);

        Shop shop = run(over::get, () -> {
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitMoment(random.nextInt(2_000));
                    plant.replica(random.nextInt(Plant.REPLICAS)).kill();
                    awaitMoment(random.nextInt(2_000));
                    startWhatIsDead();
                }
                awaitMoment(500);
            } finally {
                over.set(true);
            }
        });

        audit(shop, KILLS + " kills");
    }

    /** The clients wait meanwhile: beside sixteen of them a process that starts gets hardly any of a small machine. */
    private void startWhatIsDead() {
        gate.close();
        try {
            plant.ensureAllRun();
        } finally {
            gate.open();
        }
    }

    /** Lets the clients run, and meanwhile does what disturbs them. */
    private Shop run(BooleanSupplier over, Runnable disturbance) throws Exception {
        LOG.infof("seed %d (repeat with -Dandon.seed=%d)", SEED, SEED);
        Shop shop = Shop.open(plant);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> clients = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(i -> threads.submit(new Client(plant, shop, new Random(SEED + i), gate, over)))
                    .toList();
            disturbance.run();
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return shop;
    }

    private static void awaitMoment(int millis) {
        long moment = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        Awaitility.await().atMost(TenantEvents.CEILING).until(() -> System.nanoTime() > moment);
    }

    private void audit(Shop shop, String what) {
        assertThat(shop.complaints()).as("seed %d", SEED).isEmpty();
        new LedgerAudit(plant.ledger(), shop).check();
        new TopicAudit(plant, shop).check();
        LOG.infof(
                "%s, seed %d: %s movements, %d of them answered",
                what,
                SEED,
                plant.ledger()
                        .rows(
                                "select count(*) from stock_movement where tenant_id = ?",
                                shop.factory().tenant())
                        .get(0),
                shop.movements().size());
    }
}
