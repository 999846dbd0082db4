package io.andon.workorder.stock;

import io.andon.events.MovementType;
import io.andon.kit.problem.InvalidField;
import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /inventory/movements}: what a system outside did to stock. */
@Schema(
        examples =
                """
                {"movementType": "RECEIPT", "sourceType": "purchase-order", "sourceId": "PO-1138",
                 "lines": [{"itemId": "0197f3c2-0000-7000-8000-000000000002", "locationId": "0197f3c2-0000-7000-8000-000000000004", "qtyDelta": 25000, "uom": "g", "unitCost": 0.0009}]}
                """)
record NewMovement(
        @NotNull MovementType movementType,
        @PlausibleTime @Nullable Instant occurredAt,
        @SingleLine @Size(max = 64) @Nullable String sourceType,
        @SingleLine @Size(max = 200) @Nullable String sourceId,
        @Nullable Boolean allowNegative,
        @Prose @Nullable String reason,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid NewMovementLine> lines) {

    /** @throws InvalidField if the quantities do not suit the type */
    MovementDraft checked(UUID id) {
        Direction direction = Direction.of(movementType);
        for (int i = 0; i < lines.size(); i++) {
            direction.requireSign("lines[" + i + "].qtyDelta", lines.get(i).qtyDelta());
        }
        if (direction == Direction.WITHIN) {
            requireBalanced();
        }
        return new MovementDraft(
                id,
                movementType,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).draft("lines[" + i + "]"))
                        .toList());
    }

    private void requireBalanced() {
        boolean balanced = lines.stream()
                .collect(Collectors.groupingBy(
                        NewMovementLine::itemId,
                        Collectors.reducing(BigDecimal.ZERO, NewMovementLine::qtyDelta, BigDecimal::add)))
                .values()
                .stream()
                .allMatch(sum -> sum.signum() == 0);
        if (!balanced) {
            throw new InvalidField("lines", "of an item must sum to 0 in a TRANSFER");
        }
    }
}
