package io.andon.workorder.location;

import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /locations}. */
record NewLocation(
        @NotNull @SingleLine @Size(max = 64) String code,
        @NotNull @SingleLine @Size(max = 200) String name,
        @SingleLine @Size(max = 64) @Nullable String role) {}
