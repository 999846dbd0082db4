package io.andon.workorder.completion;

import io.andon.workorder.report.ReportLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was made and where it goes. */
public record CompletionLine(
        int lineNo,
        UUID outputItemId,
        UUID toLocationId,
        BigDecimal quantityCompleted,
        String uom,
        @Nullable String lotCode) {

    static List<CompletionLine> of(List<ReportLine> lines) {
        return lines.stream()
                .map(line -> new CompletionLine(
                        line.lineNo(), line.itemId(), line.locationId(), line.quantity(), line.uom(), line.lotCode()))
                .toList();
    }

    ReportLine report() {
        return new ReportLine(lineNo, outputItemId, toLocationId, quantityCompleted, uom, lotCode);
    }
}
