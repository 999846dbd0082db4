package io.andon.workorder.bom;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A bill of materials, as the API shows it.
 *
 * @param version 1, 2, … of the output item's bills
 * @param outputQuantity how much of the output the lines make, in its base unit
 */
public record Bom(
        UUID id,
        UUID outputItemId,
        int version,
        BigDecimal outputQuantity,
        String outputUom,
        List<BomLine> lines,
        Instant createdAt,
        String createdBy) {

    public Bom {
        lines = List.copyOf(lines);
    }

    Bom with(List<BomLine> newLines) {
        return new Bom(id, outputItemId, version, outputQuantity, outputUom, newLines, createdAt, createdBy);
    }

    /** How much of {@code line}'s component it takes to make {@code output}, good and scrap alike. */
    public BigDecimal required(BomLine line, BigDecimal output) {
        return line.required(output, outputQuantity);
    }
}
