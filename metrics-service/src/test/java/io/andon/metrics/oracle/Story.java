package io.andon.metrics.oracle;

import static io.andon.events.MovementType.ADJUSTMENT;
import static io.andon.events.MovementType.COUNT;
import static io.andon.events.MovementType.CUSTOMER_RETURN;
import static io.andon.events.MovementType.OPENING;
import static io.andon.events.MovementType.RECEIPT;
import static io.andon.events.MovementType.SHIPMENT;
import static io.andon.events.MovementType.SUPPLIER_RETURN;
import static io.andon.events.MovementType.TRANSFER;
import static io.andon.events.MovementType.WO_ISSUE;
import static io.andon.events.MovementType.WO_PRODUCTION;
import static io.andon.events.MovementType.WO_SCRAP;

import io.andon.events.MovementType;
import io.andon.metrics.oracle.Posting.Line;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A made-up past of one tenant, always the same for a seed: a few items have most of the movements, a fifth of which are
 * back-dated; voids at the time of what they undo or later, and voids of voids; shortages; and instants that are likely
 * to be taken for another day or on the wrong side of a window.
 */
final class Story {

    static final int ITEMS = 50;
    static final int MOVEMENTS = 400;

    /** Clocks change in the window in each of them, by one hour and by half of one. */
    private static final List<String> ZONES = List.of("America/Denver", "Europe/Lisbon", "Australia/Lord_Howe");

    private static final List<LocalDate> CHANGES =
            List.of(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 5));
    private static final List<BigDecimal> PIECES =
            List.of(BigDecimal.ONE, new BigDecimal("0.125"), new BigDecimal("0.000003"), new BigDecimal("1234.5"));
    private static final List<MovementType> TYPES = List.of(
            RECEIPT,
            RECEIPT,
            RECEIPT,
            WO_PRODUCTION,
            OPENING,
            SHIPMENT,
            SHIPMENT,
            SHIPMENT,
            SHIPMENT,
            WO_ISSUE,
            WO_ISSUE,
            TRANSFER,
            TRANSFER,
            COUNT,
            ADJUSTMENT,
            CUSTOMER_RETURN,
            SUPPLIER_RETURN,
            WO_SCRAP);

    final Parameters parameters;
    final List<Product> products = new ArrayList<>();
    final List<Posting> postings = new ArrayList<>();

    private final Random random;
    private final List<UUID> places;
    private final List<Instant> awkward = new ArrayList<>();
    private final Set<Posting> undone = new HashSet<>();

    Story(long seed) {
        random = new Random(seed);
        LocalDate changed = CHANGES.get((int) (Math.abs(seed) % ZONES.size()));
        ZoneId zone = ZoneId.of(ZONES.get((int) (Math.abs(seed) % ZONES.size())));
        LocalDate day = changed.plusDays(1 + random.nextInt(80));
        Instant asOf = random.nextBoolean()
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                        .atZone(zone)
                        .toInstant();
        parameters = new Parameters(zone, asOf, 81 + random.nextInt(30), 20 + random.nextInt(60));
        places = List.of(id(), id(), id());
        awkward.add(asOf);
        awkward.add(asOf.minusNanos(1000));
        awkward.add(parameters.windowStart());
        awkward.add(parameters.windowStart().minusNanos(1000));
        for (int days = -2; days <= 2; days++) {
            awkward.add(changed.plusDays(days).atStartOfDay(zone).toInstant());
        }
        for (int i = 0; i < ITEMS; i++) {
            products.add(product(i));
        }
        for (int i = 0; i < MOVEMENTS; i++) {
            postings.add(posting(i));
        }
    }

    private Product product(int number) {
        // Two share a sku-less place at the end of every order; costs repeat, so that values tie.
        String sku = number % 25 == 7 ? null : "SKU-" + (char) ('a' + number % 26) + number;
        BigDecimal cost = number % 4 == 1 ? null : BigDecimal.valueOf(1 + number % 7, number % 3);
        return new Product(id(), sku, sku == null ? null : cost, number % 11 != 5, PIECES.get(number % PIECES.size()));
    }

    private Posting posting(int number) {
        if (random.nextInt(10) == 0 && !postings.isEmpty()) {
            Posting first = postings.get(random.nextInt(postings.size()));
            if (undone.add(first)) {
                Instant at = random.nextInt(3) == 0 ? first.at().plusSeconds(random.nextInt(3_000_000)) : first.at();
                List<Line> lines = first.lines().stream().map(Line::opposite).toList();
                MovementType type = random.nextBoolean() ? first.type() : ADJUSTMENT;
                return new Posting(id(), number, type, at, first, lines);
            }
        }
        MovementType type = TYPES.get(random.nextInt(TYPES.size()));
        Instant at = time(number);
        return new Posting(id(), number, type, at, null, type == TRANSFER ? transfer(at) : lines(type, at));
    }

    private Instant time(int number) {
        if (random.nextInt(12) == 0) {
            return awkward.get(random.nextInt(awkward.size()));
        }
        if (random.nextInt(20) == 0 && number > 0) {
            return postings.get(random.nextInt(number)).at();
        }
        Duration span = Duration.ofDays(270);
        Instant onTime = parameters
                .asOf()
                .plus(Duration.ofDays(4))
                .minus(span)
                .plus(span.multipliedBy(number).dividedBy(MOVEMENTS));
        Duration back = random.nextInt(5) == 0 ? Duration.ofHours(random.nextInt(1_500)) : Duration.ZERO;
        return onTime.minus(back).minusNanos(1000L * random.nextInt(1_000_000));
    }

    private List<Line> lines(MovementType type, Instant at) {
        int count = random.nextInt(4) == 0 ? 3 : 1;
        return IntStream.rangeClosed(1, count)
                .mapToObj(no -> line(no, anyProduct(), pieces(type), at, type == OPENING))
                .toList();
    }

    private int pieces(MovementType type) {
        int pieces = 1 + random.nextInt(30);
        return switch (type) {
            case RECEIPT, WO_PRODUCTION, OPENING -> pieces + random.nextInt(60);
            case CUSTOMER_RETURN -> pieces;
            case SHIPMENT, WO_ISSUE, SUPPLIER_RETURN, WO_SCRAP -> -pieces;
            case COUNT, ADJUSTMENT, TRANSFER -> random.nextBoolean() ? pieces : -pieces;
        };
    }

    /** One item from one or two bins to one or two others, in any order of the lines. */
    private List<Line> transfer(Instant at) {
        Product product = anyProduct();
        int out = 2 + random.nextInt(20);
        int in = random.nextInt(out - 1) + 1;
        List<Integer> pieces =
                new ArrayList<>(random.nextBoolean() ? List.of(-out, in, out - in) : List.of(out, -in, in - out));
        Collections.shuffle(pieces, random);
        return IntStream.rangeClosed(1, pieces.size())
                .mapToObj(no -> line(no, product, pieces.get(no - 1), at, false))
                .toList();
    }

    private Line line(int no, Product product, int pieces, Instant at, boolean opening) {
        String lot = random.nextInt(3) == 0 ? "LOT-" + random.nextInt(3) : null;
        Instant received = opening && random.nextBoolean() ? at.minus(Duration.ofHours(random.nextInt(3_000))) : null;
        BigDecimal cost = random.nextInt(3) == 0 ? null : BigDecimal.valueOf(1 + random.nextInt(2_000_000), 6);
        return new Line(no, product, places.get(random.nextInt(places.size())), lot, received, pieces, cost);
    }

    /** A few have most of the movements, and the last ones none. */
    private Product anyProduct() {
        double rank = random.nextDouble();
        return products.get((int) ((ITEMS - 4) * rank * rank * rank));
    }

    /** Of version 7, as the services make them. */
    private UUID id() {
        return new UUID(
                0x0190_0000_0000_7000L | random.nextLong() & 0xFFFF_0FFFL, random.nextLong() & ~0L >>> 2 | 1L << 63);
    }
}
