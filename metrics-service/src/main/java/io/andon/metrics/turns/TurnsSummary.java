package io.andon.metrics.turns;

import io.andon.metrics.list.Share;
import io.andon.metrics.run.PublishedRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns of all items together: cost of the outflow / average value, never an average of the items' ratios.
 *
 * @param turns null, like the annualized ones, if the average value is 0
 * @param doiDays null without outflow
 */
record TurnsSummary(
        Instant asOf,
        UUID runId,
        int windowDays,
        Instant windowStart,
        String formulaVersion,
        String currency,
        int items,
        BigDecimal totalOutflowCost,
        BigDecimal avgOnHandValue,
        @Nullable BigDecimal turns,
        @Nullable BigDecimal annualizedTurns,
        @Nullable BigDecimal doiDays) {

    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);

    /** The sums over all rows. */
    record Totals(int items, BigDecimal outflowCost, BigDecimal averageValue) {}

    static TurnsSummary of(PublishedRun run, Totals totals) {
        int windowDays = run.plan().parameters().turnsWindowDays();
        BigDecimal days = BigDecimal.valueOf(windowDays);
        BigDecimal used = totals.outflowCost().max(BigDecimal.ZERO);
        BigDecimal average = totals.averageValue();
        return new TurnsSummary(
                run.asOf(),
                run.runId(),
                windowDays,
                run.plan().window(windowDays).start(),
                run.formulaVersion(),
                run.plan().settings().currency(),
                totals.items(),
                totals.outflowCost(),
                average,
                Share.of(used, average),
                Share.of(used.multiply(DAYS_PER_YEAR), average.multiply(days)),
                Share.of(average.multiply(days), used));
    }
}
