/**
 * What the demo's tenants are: their places, goods, recipes and rhythm, as data in {@code demo/<tenant>.json} of the
 * class path, and what was planted in their past so that there is something to find. Nothing here happens; it is read by
 * whoever makes a history of it.
 */
@NullMarked
package io.andon.local.demo.company;

import org.jspecify.annotations.NullMarked;
