/** What an instance decides about the replays that an operator wishes for. */
@NullMarked
package io.andon.gateway.replay;

import org.jspecify.annotations.NullMarked;
