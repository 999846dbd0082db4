/**
 * How an order stands against its bill of materials and the stock: what it needs, what it took, what it made. Reads
 * what other features own; it owns no table.
 */
@NullMarked
package io.andon.workorder.execution;

import org.jspecify.annotations.NullMarked;
