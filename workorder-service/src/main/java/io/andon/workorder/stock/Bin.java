package io.andon.workorder.stock;

import java.util.UUID;

/**
 * Where a balance is kept.
 *
 * @param lotCode empty for stock without a lot
 */
record Bin(UUID itemId, UUID locationId, String lotCode) {}
