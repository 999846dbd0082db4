package io.andon.workorder.bom;

import io.andon.workorder.request.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The body of {@code POST /boms}. */
record NewBom(
        @NotNull UUID outputItemId,
        @NotNull @Positive @Quantity BigDecimal outputQuantity,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid NewBomLine> lines) {}
