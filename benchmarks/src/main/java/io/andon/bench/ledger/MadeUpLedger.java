package io.andon.bench.ledger;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MasterDataEvent.ItemUpserted;
import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Half a year of a tenant's movements in the order of time, the same for a seed: three lines each, a fifth of the items has
 * four fifths of them, about as much goes out as comes in, and each hundredth movement undoes the one before it.
 *
 * @param items a multiple of five
 * @param lines of all movements together
 */
public record MadeUpLedger(int items, int lines, long seed) {

    /** Just after the last movement. */
    public static final Instant END = Instant.parse("2026-06-30T02:00:00Z");

    private static final Duration SPAN = Duration.ofDays(180);
    private static final int LINES_PER_MOVEMENT = 3;
    private static final int VOIDED_EACH = 100;
    private static final int PLACES = 10;

    /** One hundredth has no standard cost. */
    public Stream<ItemUpserted> allItems() {
        return IntStream.range(0, items)
                .mapToObj(number -> new ItemUpserted(
                        item(number),
                        "SKU-" + number,
                        "Item " + number,
                        "raw",
                        "pcs",
                        number % 100 == 0 ? null : BigDecimal.valueOf(1 + number % 50),
                        "EUR",
                        false,
                        false,
                        true));
    }

    public static UUID item(int number) {
        // Mixed, so that neighbours in time are not neighbours in an index.
        return new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE | (number * 0x9E37_79B9_7F4AL & 0xFFFF_FFFF_FFFFL));
    }

    /** Of the movements that there are, which all have the same number of lines. */
    public int storedLines() {
        return lines / LINES_PER_MOVEMENT * LINES_PER_MOVEMENT;
    }

    public void forEachMovement(Consumer<MovementPosted> consumer) {
        Random random = new Random(seed);
        int movements = lines / LINES_PER_MOVEMENT;
        MovementPosted last = null;
        for (int number = 1; number <= movements; number++) {
            Instant at = END.minus(SPAN).plus(SPAN.multipliedBy(number - 1L).dividedBy(movements));
            last = number % VOIDED_EACH == 0 && last != null ? undo(last, number, at) : movement(number, at, random);
            consumer.accept(last);
        }
    }

    private MovementPosted movement(int number, Instant at, Random random) {
        boolean in = random.nextInt(5) < 2;
        List<MovementLine> moved = new ArrayList<>();
        for (int no = 1; no <= LINES_PER_MOVEMENT; no++) {
            int pieces = in ? 1 + random.nextInt(32) : -1 - random.nextInt(20);
            moved.add(line(no, item(anyItem(random)), random.nextInt(PLACES), BigDecimal.valueOf(pieces), random));
        }
        return posted(number, in ? MovementType.RECEIPT : MovementType.SHIPMENT, at, null, moved);
    }

    private int anyItem(Random random) {
        int popular = items / 5;
        return random.nextInt(5) < 4 ? random.nextInt(popular) : popular + random.nextInt(items - popular);
    }

    private static MovementLine line(int no, UUID item, int place, BigDecimal quantity, Random random) {
        BigDecimal cost = random.nextInt(5) == 0 ? null : BigDecimal.valueOf(100 + random.nextInt(5_000), 2);
        UUID location = new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE | place);
        return new MovementLine(no, item, location, null, null, quantity, "pcs", cost, "EUR", null);
    }

    private static MovementPosted undo(MovementPosted undone, int number, Instant at) {
        List<MovementLine> opposite = undone.lines().stream()
                .map(line -> new MovementLine(
                        line.lineNo(),
                        line.itemId(),
                        line.locationId(),
                        null,
                        null,
                        line.qtyDelta().negate(),
                        "pcs",
                        line.unitCost(),
                        "EUR",
                        null))
                .toList();
        return posted(number, undone.movementType(), at, undone.movementId(), opposite);
    }

    private static MovementPosted posted(
            int number, MovementType type, Instant at, UUID undone, List<MovementLine> lines) {
        UUID id = new UUID(0x0190_0000_0000_7000L + ((long) number << 16), Long.MIN_VALUE | number);
        return new MovementPosted(id, number, type, at, at, "benchmark", null, undone, lines);
    }
}
