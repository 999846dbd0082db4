package io.andon.metrics.oracle;

import io.andon.metrics.oracle.Posting.Line;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns and days of inventory by their definition. */
final class ExpectedTurns {

    static final String[] FIELDS = {
        "itemId",
        "totalOutflowQty",
        "totalOutflowCost",
        "avgOnHandQty",
        "avgOnHandValue",
        "turns",
        "annualizedTurns",
        "avgDailyOutflow",
        "doiDays",
        "daysOfSupply",
        "windowDays",
        "hadNegative",
        "reason",
        "warnings"
    };

    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);

    private record Turning(Product product, BigDecimal turns, String row) {}

    private final Story story;
    private final Parameters parameters;
    private final Past past;

    private ExpectedTurns(Story story) {
        this.story = story;
        this.parameters = story.parameters;
        this.past = new Past(story.postings, parameters.asOf());
    }

    static List<String> rows(Story story) {
        ExpectedTurns expected = new ExpectedTurns(story);
        return story.products.stream()
                .filter(product -> expected.past.isKnown(product, story.postings))
                .flatMap(product -> expected.figures(product).stream())
                .sorted(Comparator.comparing(Turning::turns, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> row.product().sku(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.product().id().toString()))
                .map(Turning::row)
                .toList();
    }

    /** Empty if the item is not to be listed. */
    private Optional<Turning> figures(Product product) {
        List<Line> demand = ExpectedAbc.demand(product, past, parameters);
        BigDecimal outflow =
                product.quantity(-demand.stream().mapToLong(Line::pieces).sum());
        BigDecimal cost = BigDecimal.ZERO;
        boolean unvalued = false;
        for (Line line : demand) {
            cost = cost.subtract(line.quantity().multiply(ExpectedAbc.cost(line)));
            unvalued |= line.unitCost() == null && product.standardCost() == null;
        }
        Held held = held(product);
        BigDecimal onHand = past.onHand(product);
        if (!product.active() && onHand.signum() == 0 && held.seconds().signum() == 0 && outflow.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal seconds = seconds(parameters.windowStart(), parameters.asOf());
        BigDecimal days = BigDecimal.valueOf(parameters.windowDays());
        BigDecimal used = outflow.max(BigDecimal.ZERO);
        BigDecimal turns = Row.ratio(used.multiply(seconds), held.seconds());
        BigDecimal value = held.seconds().multiply(past.unitCost(product).orElse(BigDecimal.ZERO));
        unvalued |= held.seconds().signum() > 0 && past.unitCost(product).isEmpty();
        String unused = used.signum() == 0 ? "NO_USAGE" : null;
        return Optional.of(new Turning(
                product,
                turns,
                Row.of(
                        product.id(),
                        outflow,
                        Row.amount(cost),
                        Row.amount(held.seconds(), seconds),
                        Row.amount(value, seconds),
                        turns,
                        Row.ratio(
                                used.multiply(seconds).multiply(DAYS_PER_YEAR),
                                held.seconds().multiply(days)),
                        Row.amount(used, days),
                        Row.ratio(held.seconds().multiply(days), used.multiply(seconds)),
                        Row.ratio(onHand.max(BigDecimal.ZERO).multiply(days), used),
                        parameters.windowDays(),
                        held.negative(),
                        held.seconds().signum() == 0 ? "NO_STOCK" : unused,
                        unvalued ? List.of("UNVALUED") : List.of())));
    }

    /** The integral of what was there, and whether less than nothing ever was. */
    private record Held(BigDecimal seconds, boolean negative) {}

    /** Asks at every instant at which anything of the tenant moved what was on hand then. */
    private Held held(Product product) {
        TreeSet<Instant> instants = new TreeSet<>();
        instants.add(parameters.windowStart());
        story.postings.stream()
                .map(Posting::at)
                .filter(at -> at.isAfter(parameters.windowStart()) && at.isBefore(parameters.asOf()))
                .forEach(instants::add);
        instants.add(parameters.asOf());
        List<Posting> ofProduct = past.of(product).toList();
        BigDecimal held = BigDecimal.ZERO;
        boolean negative = false;
        List<Instant> ordered = new ArrayList<>(instants);
        for (int i = 0; i < ordered.size() - 1; i++) {
            BigDecimal onHand = new Past(ofProduct, ordered.get(i).plusNanos(1)).onHand(product);
            negative |= onHand.signum() < 0;
            held = held.add(onHand.max(BigDecimal.ZERO).multiply(seconds(ordered.get(i), ordered.get(i + 1))));
        }
        return new Held(held, negative);
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return BigDecimal.valueOf(duration.toNanos(), 9);
    }
}
