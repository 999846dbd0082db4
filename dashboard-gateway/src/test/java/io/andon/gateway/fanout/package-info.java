/** The fan-out without a network: positions, windows, hubs and subscribers. */
@NullMarked
package io.andon.gateway.fanout;

import org.jspecify.annotations.NullMarked;
