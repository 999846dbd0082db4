package io.andon.metrics.abc;

import io.andon.metrics.list.Share;
import io.andon.metrics.run.PublishedRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A classification in a few numbers.
 *
 * @param classes A, B and C, in that order, empty ones too
 */
record AbcSummary(
        Instant asOf,
        UUID runId,
        int windowDays,
        String formulaVersion,
        String currency,
        int items,
        BigDecimal totalValue,
        List<ClassTotal> classes) {

    AbcSummary {
        classes = List.copyOf(classes);
    }

    /** @param valuePercentage of the value of all items; null if they have none */
    record ClassTotal(String abcClass, int items, BigDecimal totalValue, @Nullable BigDecimal valuePercentage) {}

    /** One class as the database counts it. */
    record Total(String abcClass, int items, BigDecimal value) {}

    static AbcSummary of(PublishedRun run, List<Total> totals) {
        BigDecimal all = totals.stream().map(Total::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AbcSummary(
                run.asOf(),
                run.runId(),
                run.plan().parameters().abcWindowDays(),
                run.formulaVersion(),
                run.plan().settings().currency(),
                totals.stream().mapToInt(Total::items).sum(),
                all,
                totals.stream().map(total -> classTotal(total, all)).toList());
    }

    private static ClassTotal classTotal(Total total, BigDecimal all) {
        return new ClassTotal(total.abcClass(), total.items(), total.value(), Share.percentage(total.value(), all));
    }
}
