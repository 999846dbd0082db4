package io.andon.workorder.item;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items are wanted; null is all of them.
 *
 * @param contained in sku or name, whatever the case
 * @param among only these
 */
record ItemFilter(@Nullable String contained, @Nullable ItemType type, @Nullable Collection<UUID> among) {}
