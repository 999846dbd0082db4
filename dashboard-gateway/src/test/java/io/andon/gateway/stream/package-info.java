/** The HTTP side of streams, without HTTP. */
@NullMarked
package io.andon.gateway.stream;

import org.jspecify.annotations.NullMarked;
