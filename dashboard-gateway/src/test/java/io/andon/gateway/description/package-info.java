/** Tests of what the gateway says about the APIs. */
@NullMarked
package io.andon.gateway.description;

import org.jspecify.annotations.NullMarked;
