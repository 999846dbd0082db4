package io.andon.metrics.slowdead;

import io.andon.metrics.list.Share;
import io.andon.metrics.run.PublishedRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slow and dead stock in a few numbers.
 *
 * @param states all of them, DEAD first, empty ones too
 */
record SlowDeadSummary(
        Instant asOf,
        UUID runId,
        int slowThresholdDays,
        int deadThresholdDays,
        String formulaVersion,
        String currency,
        int items,
        BigDecimal totalValue,
        List<StateTotal> states) {

    SlowDeadSummary {
        states = List.copyOf(states);
    }

    /** @param valuePercentage of the value of all items; null if they have none */
    record StateTotal(StockState state, int items, BigDecimal tiedUpValue, @Nullable BigDecimal valuePercentage) {}

    /** One state as the database counts it. */
    record Total(StockState state, int items, BigDecimal value) {}

    static SlowDeadSummary of(PublishedRun run, List<Total> totals) {
        BigDecimal all = totals.stream().map(Total::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SlowDeadSummary(
                run.asOf(),
                run.runId(),
                run.plan().parameters().slowThresholdDays(),
                run.plan().parameters().deadThresholdDays(),
                run.formulaVersion(),
                run.plan().settings().currency(),
                totals.stream().mapToInt(Total::items).sum(),
                all,
                Arrays.stream(StockState.values())
                        .map(state -> stateTotal(find(totals, state), all))
                        .toList());
    }

    private static Total find(List<Total> totals, StockState state) {
        return totals.stream()
                .filter(total -> total.state() == state)
                .findFirst()
                .orElse(new Total(state, 0, BigDecimal.ZERO));
    }

    private static StateTotal stateTotal(Total total, BigDecimal all) {
        return new StateTotal(total.state(), total.items(), total.value(), Share.percentage(total.value(), all));
    }
}
