/**
 * Produces the events of a benchmark: {@link io.andon.bench.publish.Traffic} decides when, a {@link
 * io.andon.bench.publish.Publisher} knows how the server that is measured gets them.
 */
@NullMarked
package io.andon.bench.publish;

import org.jspecify.annotations.NullMarked;
