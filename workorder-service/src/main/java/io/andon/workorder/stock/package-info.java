/**
 * The authoritative ledger of stock: every movement, and the balances that follow from them, kept in the same
 * transaction. Owns the tables {@code stock_movement}, {@code stock_movement_line} and {@code stock_balance}, which
 * {@link io.andon.workorder.stock.StockLedger} alone writes.
 */
@NullMarked
package io.andon.workorder.stock;

import org.jspecify.annotations.NullMarked;
