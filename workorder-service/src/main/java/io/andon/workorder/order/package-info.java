/**
 * Work orders: what is to be made, and how far that has got. Owns the tables {@code work_order},
 * {@code work_order_transition}, {@code work_order_counter} and {@code production_output}. Whatever posts to an order
 * does so through {@link io.andon.workorder.order.Production}.
 */
@NullMarked
package io.andon.workorder.order;

import org.jspecify.annotations.NullMarked;
