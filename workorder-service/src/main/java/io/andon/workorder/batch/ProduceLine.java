package io.andon.workorder.batch;

import io.andon.workorder.completion.CompletionLine;
import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import io.andon.workorder.stock.LineDraft;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came out of a batch. */
record ProduceLine(
        @NotNull UUID outputItemId,
        @NotNull UUID toLocationId,
        @NotNull @Positive @Quantity BigDecimal quantity,
        @SingleLine @Nullable String uom,
        @SingleLine @Size(max = 64) @Nullable String lotCode) {

    LineDraft draft(int index) {
        return LineDraft.of("produceLines[" + index + "]", outputItemId, toLocationId, lotCode, quantity, uom);
    }

    CompletionLine completionLine(int lineNo, String baseUom) {
        return new CompletionLine(lineNo, outputItemId, toLocationId, quantity, baseUom, lotCode);
    }
}
