package io.andon.metrics.list;

import io.andon.kit.paging.Page;
import io.andon.metrics.run.PublishedRun;
import io.andon.metrics.run.RunParameters;
import io.andon.metrics.run.RunPlan;
import io.andon.metrics.tenant.TenantSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Part of a run's figures and what they were made with. Everything but the rows is null before the first run. */
public record ResultPage<R>(
        @Schema(description = "What happened before this instant counts.") @Nullable Instant asOf,
        @Nullable UUID runId,
        @Schema(description = "Length of the window in calendar days; null where the metric has none.") @Nullable
                Integer windowDays,
        @Schema(description = "The window is from here up to, not including, asOf.") @Nullable Instant windowStart,
        @Schema(description = "Cumulative percentages at which the classes A and B end.") @Nullable
                List<BigDecimal> abcThresholds,
        @Nullable Integer slowThresholdDays,
        @Nullable Integer deadThresholdDays,
        @Schema(description = "Last day of each age bucket but the open one.") @Nullable List<Integer> agingBuckets,
        @Schema(description = "ISO 4217, of every amount.") @Nullable String currency,
        @Schema(description = "IANA time zone in which days begin and end.") @Nullable String zone,
        @Schema(description = "The same ledger gives other figures only under another version.") @Nullable
                String formulaVersion,
        List<R> data,
        @Schema(description = "Send it as cursor for the rows behind these; null when there are none.") @Nullable
                String nextCursor) {

    public ResultPage {
        data = List.copyOf(data);
    }

    static <R> ResultPage<R> beforeTheFirstRun() {
        return new ResultPage<>(null, null, null, null, null, null, null, null, null, null, null, List.of(), null);
    }

    static <R> ResultPage<R> of(PublishedRun run, @Nullable Integer windowDays, Page<R> rows) {
        RunPlan plan = run.plan();
        RunParameters parameters = plan.parameters();
        TenantSettings settings = plan.settings();
        return new ResultPage<>(
                plan.asOf(),
                plan.runId(),
                windowDays,
                windowDays == null ? null : plan.window(windowDays).start(),
                List.of(settings.abcAPercent(), settings.abcBPercent()),
                parameters.slowThresholdDays(),
                parameters.deadThresholdDays(),
                settings.agingBuckets(),
                settings.currency(),
                settings.zone().getId(),
                run.formulaVersion(),
                rows.data(),
                rows.nextCursor());
    }
}
