package io.andon.metrics.aging;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.aging.Ledger.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any history whatsoever. The seed is part of the test's name. */
class FifoPropertiesTest {

    private static final int HISTORIES = 200;
    private static final int MOVEMENTS = 60;
    private static final String[] PLACES = {"X", "Y", "Z"};
    private static final String[] LOTS = {null, "a", "b"};

    static List<Long> seeds() {
        return new Random().longs(HISTORIES).boxed().toList();
    }

    private final Ledger ledger = new Ledger();
    private final OneByOne oracle = new OneByOne();
    private final Map<String, Integer> onHand = new HashMap<>();
    private final List<Posted> posted = new ArrayList<>();

    private record Posted(UUID id, MovementType type, Move[] moves) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesWhatMovingUnitAfterUnitGives(long seed) {
        Random random = new Random(seed);
        for (int day = 0; day < MOVEMENTS; day++) {
            Posted movement = post(random, day);
            oracle.apply(movement.type(), movement.moves());

            assertThat(ledger.layers()).isEqualTo(oracle.layers());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addsUpToWhatIsOnHandThroughAnyVoids(long seed) {
        Random random = new Random(seed);
        for (int day = 0; day < MOVEMENTS; day++) {
            if (random.nextInt(4) == 0 && !posted.isEmpty()) {
                undo(posted.remove(random.nextInt(posted.size())));
            } else {
                posted.add(post(random, day));
            }
            for (String place : PLACES) {
                assertThat(ledger.onShelf(place)).isEqualTo(Math.max(0, onHand.getOrDefault(place, 0)));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isBackWhereItWasAfterAMovementAndItsVoid(long seed) {
        Random random = new Random(seed);
        for (int day = 0; day < MOVEMENTS; day++) {
            post(random, day);
        }
        String before = ledger.layers();

        undo(post(random, MOVEMENTS));

        assertThat(ledger.layers()).isEqualTo(before);
    }

    private Posted post(Random random, int day) {
        MovementType type = MovementType.values()[random.nextInt(MovementType.values().length)];
        String place = PLACES[random.nextInt(PLACES.length)];
        String lot = LOTS[random.nextInt(LOTS.length)];
        int quantity = 1 + random.nextInt(20);
        Move[] moves = type == MovementType.TRANSFER
                ? new Move[] {
                    new Move(place, lot, day, -quantity),
                    new Move(PLACES[random.nextInt(PLACES.length)], random.nextBoolean() ? lot : null, day, quantity)
                }
                : new Move[] {new Move(place, lot, random.nextInt(day + 1), random.nextBoolean() ? quantity : -quantity)
                };
        count(moves, 1);
        return new Posted(ledger.post(type, moves), type, moves);
    }

    private void undo(Posted movement) {
        ledger.undo(movement.id(), movement.type(), movement.moves());
        count(movement.moves(), -1);
    }

    private void count(Move[] moves, int times) {
        for (Move move : moves) {
            onHand.merge(move.place(), times * move.quantity(), Integer::sum);
        }
    }
}
