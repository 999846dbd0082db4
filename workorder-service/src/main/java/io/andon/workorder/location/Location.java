package io.andon.workorder.location;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param role what the place is for, in the tenant's own words, for instance {@code store} or {@code line} */
public record Location(UUID id, String code, String name, @Nullable String role, Instant createdAt) {}
