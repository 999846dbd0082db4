/** The gateway as its clients see it: a real broker, a real issuer, real HTTP. */
@NullMarked
package io.andon.gateway;

import org.jspecify.annotations.NullMarked;
