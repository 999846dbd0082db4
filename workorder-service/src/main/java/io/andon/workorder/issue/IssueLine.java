package io.andon.workorder.issue;

import io.andon.workorder.report.ReportLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken and from where.
 *
 * @param lotCode null where the oldest stock is taken
 */
record IssueLine(
        int lineNo,
        UUID componentItemId,
        UUID fromLocationId,
        BigDecimal quantityIssued,
        String uom,
        @Nullable String lotCode) {

    static List<IssueLine> of(List<ReportLine> lines) {
        return lines.stream()
                .map(line -> new IssueLine(
                        line.lineNo(), line.itemId(), line.locationId(), line.quantity(), line.uom(), line.lotCode()))
                .toList();
    }

    ReportLine report() {
        return new ReportLine(lineNo, componentItemId, fromLocationId, quantityIssued, uom, lotCode);
    }
}
