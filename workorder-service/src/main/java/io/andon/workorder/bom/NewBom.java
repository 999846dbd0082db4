package io.andon.workorder.bom;

import io.andon.workorder.request.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /boms}. */
@Schema(
        examples =
                """
                {"outputItemId": "0197f3c2-0000-7000-8000-000000000001", "outputQuantity": 10,
                 "lines": [{"componentItemId": "0197f3c2-0000-7000-8000-000000000002", "quantity": 5000, "uom": "g", "scrapFactor": 0.02}]}
                """)
record NewBom(
        @NotNull UUID outputItemId,
        @NotNull @Positive @Quantity BigDecimal outputQuantity,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid NewBomLine> lines) {}
