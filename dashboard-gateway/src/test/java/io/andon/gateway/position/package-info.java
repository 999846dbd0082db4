/** Positions. */
@NullMarked
package io.andon.gateway.position;

import org.jspecify.annotations.NullMarked;
