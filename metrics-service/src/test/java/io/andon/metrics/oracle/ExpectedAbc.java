package io.andon.metrics.oracle;

import io.andon.metrics.oracle.Posting.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ABC by its definition. */
final class ExpectedAbc {

    static final String[] FIELDS = {
        "itemId", "totalValue", "cumulativePercentage", "abcClass", "previousClass", "changedAt", "reason", "warnings"
    };

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Usage(Product product, BigDecimal value, boolean unvalued) {

        BigDecimal used() {
            return value.max(BigDecimal.ZERO);
        }
    }

    private record Standing(String abcClass, Instant changedAt) {}

    private final Story story;
    private final List<String> rows = new ArrayList<>();
    private Map<Product, Standing> before = Map.of();

    private ExpectedAbc(Story story) {
        this.story = story;
    }

    /** The rows of the story's run, after one a month earlier. */
    static List<String> rows(Story story) {
        ExpectedAbc abc = new ExpectedAbc(story);
        abc.classify(story.parameters.earlier());
        abc.rows.clear();
        abc.classify(story.parameters);
        return abc.rows;
    }

    private void classify(Parameters parameters) {
        Past past = new Past(story.postings, parameters.asOf());
        List<Usage> usages = story.products.stream()
                .filter(Product::active)
                .filter(product -> past.isKnown(product, story.postings))
                .map(product -> usage(product, past, parameters))
                .sorted(Comparator.comparing(Usage::used)
                        .reversed()
                        .thenComparing(usage -> usage.product().sku(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(usage -> usage.product().id().toString()))
                .toList();
        BigDecimal total = usages.stream().map(Usage::used).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Product, Standing> now = new HashMap<>();
        BigDecimal cumulative = BigDecimal.ZERO;
        for (Usage usage : usages) {
            BigDecimal above = usages.stream()
                    .map(Usage::used)
                    .filter(used -> used.compareTo(usage.used()) > 0)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            cumulative = cumulative.add(usage.used());
            boolean isUsed = usage.used().signum() > 0;
            String abcClass = isUsed ? abcClass(above, total) : "C";
            Standing former = before.get(usage.product());
            boolean same = former != null && former.abcClass().equals(abcClass);
            Standing standing = new Standing(abcClass, same ? former.changedAt() : parameters.asOf());
            now.put(usage.product(), standing);
            rows.add(Row.of(
                    usage.product().id(),
                    usage.value(),
                    isUsed ? Row.ratio(cumulative.multiply(HUNDRED), total) : null,
                    abcClass,
                    former == null ? null : former.abcClass(),
                    standing.changedAt(),
                    isUsed ? null : "NO_USAGE",
                    usage.unvalued() ? List.of("UNVALUED") : List.of()));
        }
        before = now;
    }

    private static String abcClass(BigDecimal above, BigDecimal total) {
        if (above.multiply(HUNDRED).compareTo(total.multiply(BigDecimal.valueOf(Parameters.A_PERCENT))) < 0) {
            return "A";
        }
        boolean isB = above.multiply(HUNDRED).compareTo(total.multiply(BigDecimal.valueOf(Parameters.B_PERCENT))) < 0;
        return isB ? "B" : "C";
    }

    private static Usage usage(Product product, Past past, Parameters parameters) {
        BigDecimal value = BigDecimal.ZERO;
        boolean unvalued = false;
        for (Line line : demand(product, past, parameters)) {
            value = value.subtract(line.quantity().multiply(cost(line)));
            unvalued |= line.unitCost() == null && product.standardCost() == null;
        }
        return new Usage(product, Row.amount(value), unvalued);
    }

    static List<Line> demand(Product product, Past past, Parameters parameters) {
        return past.of(product)
                .filter(Posting::isDemand)
                .filter(posting -> !posting.at().isBefore(parameters.windowStart()))
                .flatMap(posting -> posting.linesOf(product))
                .toList();
    }

    static BigDecimal cost(Line line) {
        return line.unitCost() != null
                ? line.unitCost()
                : Row.orZero(line.product().standardCost());
    }
}
