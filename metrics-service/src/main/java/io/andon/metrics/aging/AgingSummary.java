package io.andon.metrics.aging;

import io.andon.metrics.list.Share;
import io.andon.metrics.run.PublishedRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The age of all stock in a few numbers.
 *
 * @param buckets all of them, the youngest first
 */
record AgingSummary(
        Instant asOf,
        UUID runId,
        String formulaVersion,
        String currency,
        BigDecimal totalValue,
        List<BucketTotal> buckets) {

    AgingSummary {
        buckets = List.copyOf(buckets);
    }

    /**
     * One bucket.
     *
     * @param bucket from 1, as the list's filter takes it
     * @param toDays belongs to it; null for the open one
     * @param items with something in it
     * @param valuePercentage of the value of all stock; null if it has none
     */
    record BucketTotal(
            int bucket,
            int fromDays,
            @Nullable Integer toDays,
            int items,
            BigDecimal value,
            @Nullable BigDecimal valuePercentage) {}

    /** One bucket as the database counts it. */
    record Total(int items, BigDecimal value) {}

    static AgingSummary of(PublishedRun run, List<Total> totals) {
        BigDecimal all = totals.stream().map(Total::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Integer> lastDays = run.plan().settings().agingBuckets();
        List<BucketTotal> buckets = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            Total total = totals.get(i);
            buckets.add(new BucketTotal(
                    i + 1,
                    i == 0 ? 0 : lastDays.get(i - 1) + 1,
                    i < lastDays.size() ? lastDays.get(i) : null,
                    total.items(),
                    total.value(),
                    Share.percentage(total.value(), all)));
        }
        return new AgingSummary(
                run.asOf(),
                run.runId(),
                run.formulaVersion(),
                run.plan().settings().currency(),
                all,
                buckets);
    }
}
