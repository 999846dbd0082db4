package io.andon.workorder.completion;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was made and where it goes. */
public record CompletionLine(
        int lineNo,
        UUID outputItemId,
        UUID toLocationId,
        BigDecimal quantityCompleted,
        String uom,
        @Nullable String lotCode) {}
