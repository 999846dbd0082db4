/**
 * The figures of production, as the dashboard's tiles and panels show them. Reads the other features' tables by SQL of
 * its own and writes nothing. Days are the tenant's; quantities of different units are never added.
 */
@NullMarked
package io.andon.workorder.overview;

import org.jspecify.annotations.NullMarked;
