/** A server to compare with: what is left of fan-out when nothing but the fan-out is done. */
@NullMarked
package io.andon.bench.peer;

import org.jspecify.annotations.NullMarked;
