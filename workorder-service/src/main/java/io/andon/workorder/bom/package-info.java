/**
 * Bills of materials: what an item is made of, in versions that never change. Owns the tables {@code bom} and
 * {@code bom_line}. Work orders and figures look bills up here; this package knows neither.
 */
@NullMarked
package io.andon.workorder.bom;

import org.jspecify.annotations.NullMarked;
