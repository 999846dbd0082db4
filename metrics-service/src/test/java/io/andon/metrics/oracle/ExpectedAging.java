package io.andon.metrics.oracle;

import io.andon.metrics.oracle.Posting.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Aging by its definition: the pieces that {@link Pieces} has left, one by one. */
final class ExpectedAging {

    static final String[] FIELDS = {
        "itemId",
        "locationId",
        "lotCode",
        "qty0To30Days",
        "qty31To60Days",
        "qty61To90Days",
        "qtyOver90Days",
        "oldestAgeDays",
        "averageAgeDays",
        "value",
        "bucketValues",
        "warnings"
    };

    private ExpectedAging() {}

    /** Sorted as text. */
    static List<String> rows(Story story) {
        Past past = new Past(story.postings, story.parameters.asOf());
        List<String> rows = new ArrayList<>();
        for (Product product : story.products) {
            Pieces pieces = new Pieces(product);
            past.of(product).forEach(pieces::apply);
            Map<String, List<Pieces.Piece>> bins = pieces.inPlace().stream()
                    .collect(Collectors.groupingBy(
                            piece -> Row.of(piece.place(), piece.lot()), TreeMap::new, Collectors.toList()));
            bins.forEach((bin, held) -> rows.add(Row.of(product.id(), bin) + row(held, story.parameters)));
        }
        rows.sort(null);
        return rows;
    }

    private static String row(List<Pieces.Piece> held, Parameters parameters) {
        BigDecimal[] quantities = zeros();
        BigDecimal[] values = zeros();
        long days = 0;
        int oldest = 0;
        boolean unvalued = false;
        for (Pieces.Piece piece : held) {
            Line origin = piece.origin();
            int age = Math.max(0, parameters.daysSince(piece.receivedAt()));
            int bucket =
                    (int) Parameters.BUCKETS.stream().filter(last -> age > last).count();
            quantities[bucket] = quantities[bucket].add(origin.product().piece());
            values[bucket] = values[bucket].add(origin.product().piece().multiply(ExpectedAbc.cost(origin)));
            days += age;
            oldest = Math.max(oldest, age);
            unvalued |= origin.unitCost() == null && origin.product().standardCost() == null;
        }
        List<BigDecimal> rounded = Arrays.stream(values).map(Row::amount).toList();
        return " "
                + Row.of(
                        quantities[0],
                        quantities[1],
                        quantities[2],
                        quantities[3],
                        oldest,
                        BigDecimal.valueOf(days).divide(BigDecimal.valueOf(held.size()), 2, RoundingMode.HALF_UP),
                        rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        rounded,
                        unvalued ? List.of("UNVALUED") : List.of());
    }

    private static BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[Parameters.BUCKETS.size() + 1];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
