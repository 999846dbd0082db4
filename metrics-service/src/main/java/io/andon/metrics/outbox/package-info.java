/** What an administrator can do about events that the relay set aside; the work is the kit's. */
@NullMarked
package io.andon.metrics.outbox;

import org.jspecify.annotations.NullMarked;
