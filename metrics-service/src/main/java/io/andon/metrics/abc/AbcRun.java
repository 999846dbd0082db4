package io.andon.metrics.abc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published run's classification, without its rows.
 *
 * @param windowStart belongs to the window; its end, the run's asOf, does not
 * @param thresholds percentages at which A and B end
 */
record AbcRun(
        UUID runId,
        Instant asOf,
        int windowDays,
        Instant windowStart,
        List<BigDecimal> thresholds,
        String currency,
        String formulaVersion) {

    AbcRun {
        thresholds = List.copyOf(thresholds);
    }
}
