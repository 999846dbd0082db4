package io.andon.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Steps of three gateways and an operator in every order that chance brings, commits that arrive late among them. The
 * one thing left out is what no protocol on a committed offset can rule out: that a commit which was decided on before a
 * wish arrives before anybody has seen that wish.
 */
class PartitionRacesTest {

    private static final int STORIES = 2000;
    private static final int STEPS = 60;

    @Test
    void everyGatewayShowsTheWholeOfTheLastWishAndTheGroupEndsAtTheEnd() {
        for (long seed = 0; seed < STORIES; seed++) {
            tell(new Random(seed), "story " + seed);
        }
    }

    private static void tell(Random chance, String story) {
        Partition partition = new Partition();
        List<Partition.Gateway> gateways =
                Stream.generate(partition::gateway).limit(3).toList();
        gateways.forEach(Partition.Gateway::check);
        gateways.forEach(Partition.Gateway::check);
        long wished = -1;
        for (int step = 0; step < STEPS; step++) {
            Partition.Gateway gateway = gateways.get(chance.nextInt(gateways.size()));
            switch (chance.nextInt(8)) {
                case 0, 1 -> gateway.look();
                case 2, 3 -> commit(partition, gateway);
                case 4, 5 -> gateway.show(chance.nextInt(40));
                case 6 -> partition.pass(Duration.ofSeconds(chance.nextInt(20)));
                default -> wished = maybeWish(partition, chance, wished);
            }
        }
        for (int round = 0; round < 8; round++) {
            gateways.forEach(gateway -> commit(partition, gateway));
            gateways.forEach(Partition.Gateway::look);
            gateways.forEach(gateway -> gateway.show(1000));
        }
        assertEnd(partition, gateways, wished, story);
    }

    private static long maybeWish(Partition partition, Random chance, long wished) {
        if (chance.nextInt(4) > 0) {
            return wished;
        }
        long offset = chance.nextInt(100);
        partition.wish(offset);
        return offset;
    }

    /** While a wish stands that nobody has seen, only an answer to it may arrive. */
    private static void commit(Partition partition, Partition.Gateway gateway) {
        boolean unseen = partition.committed != null && partition.committed.wish() == null;
        Wish own = gateway.replay.wish();
        if (!unseen || (own != null && own.from() == partition.committed.offset())) {
            gateway.commit();
        }
    }

    private static void assertEnd(Partition partition, List<Partition.Gateway> gateways, long wished, String story) {
        assertThat(partition.lag()).as(story).isZero();
        for (Partition.Gateway gateway : gateways) {
            assertThat(gateway.replay.isRunning()).as(story).isFalse();
            if (wished >= 0) {
                assertThat(gateway.shown)
                        .as(story)
                        .containsAll(
                                LongStream.range(wished, partition.end).boxed().toList());
            }
        }
    }
}
