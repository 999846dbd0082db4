package io.andon.workorder.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** All panels of one scope. */
record ProductionOverview(
        Instant asOf,
        String zone,
        LocalDate from,
        LocalDate to,
        List<Volume> volumeTrend,
        TopBottomSkus.TopBottom topBottomSkus,
        List<StatusLoad> wipStatus,
        List<MaterialUse> materialsConsumed) {}
