package io.andon.metrics.aging;

import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Movements of one item, written shortly, and the layers that they leave. Locations and lots are letters. */
final class Ledger {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Fifo fifo = new Fifo();

    /** A line to post. @param lot null for none */
    record Move(String place, String lot, int day, int quantity) {}

    /** In or out at place X, without a lot. @param day when it came in, from 0 */
    static Move x(int day, int quantity) {
        return new Move("X", null, day, quantity);
    }

    static Move at(String place, String lot, int day, int quantity) {
        return new Move(place, lot, day, quantity);
    }

    UUID post(MovementType type, Move... moves) {
        return apply(type, null, moves);
    }

    /** Posts the opposite of what {@code movement} was posted with. */
    UUID undo(UUID movement, MovementType type, Move... moves) {
        Move[] opposite = List.of(moves).stream()
                .map(move -> new Move(move.place(), move.lot(), 99, -move.quantity()))
                .toArray(Move[]::new);
        return apply(type, movement, opposite);
    }

    private UUID apply(MovementType type, UUID reverses, Move... moves) {
        UUID movement = UUID.randomUUID();
        List<StockLine> lines = new ArrayList<>();
        for (Move move : moves) {
            lines.add(new StockLine(
                    movement,
                    reverses,
                    type,
                    place(move.place()),
                    move.lot(),
                    FIRST_DAY.plusDays(move.day()).atStartOfDay().toInstant(ZoneOffset.UTC),
                    BigDecimal.valueOf(move.quantity()),
                    BigDecimal.valueOf(move.day())));
        }
        fifo.apply(lines);
        return movement;
    }

    static UUID place(String name) {
        return new UUID(0, name.charAt(0));
    }

    int onShelf(String place) {
        return fifo.layers()
                .filter(layer -> layer.isAt(place(place)))
                .mapToInt(layer -> layer.quantity().intValueExact())
                .sum();
    }

    /** What is there, as {@code X:day×quantity} with the lot behind the place; layers of the same kind together. */
    String layers() {
        return fifo
                .layers()
                .collect(Collectors.groupingBy(Ledger::name, Collectors.summingInt(layer -> layer.quantity()
                        .intValueExact())))
                .entrySet()
                .stream()
                .map(layer -> layer.getKey() + "×" + layer.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String name(Layer layer) {
        long day = LocalDate.ofInstant(layer.receivedAt(), ZoneOffset.UTC).toEpochDay() - FIRST_DAY.toEpochDay();
        return (char) layer.locationId().getLeastSignificantBits()
                + (layer.lotCode() == null ? "" : layer.lotCode())
                + ":"
                + day;
    }
}
