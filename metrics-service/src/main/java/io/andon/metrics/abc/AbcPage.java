package io.andon.metrics.abc;

import io.andon.kit.paging.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Part of a classification, by falling value. Everything but the rows is null before the first run.
 *
 * @param windowStart the window is from here up to, not including, {@code asOf}
 * @param thresholds percentages at which A and B end
 */
record AbcPage(
        @Nullable Instant asOf,
        @Nullable UUID runId,
        @Nullable Integer windowDays,
        @Nullable Instant windowStart,
        @Nullable List<BigDecimal> thresholds,
        @Nullable String currency,
        @Nullable String formulaVersion,
        List<AbcRow> data,
        @Nullable String nextCursor) {

    static final AbcPage BEFORE_THE_FIRST_RUN = new AbcPage(null, null, null, null, null, null, null, List.of(), null);

    static AbcPage of(AbcRun run, Page<AbcQuery.Numbered> rows) {
        return new AbcPage(
                run.asOf(),
                run.runId(),
                run.windowDays(),
                run.windowStart(),
                run.thresholds(),
                run.currency(),
                run.formulaVersion(),
                rows.data().stream().map(AbcQuery.Numbered::row).toList(),
                rows.nextCursor());
    }
}
