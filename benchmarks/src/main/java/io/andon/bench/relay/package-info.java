/** Records that wait in workorder-service's outbox, and a producer that sends the same ones without an outbox. */
@NullMarked
package io.andon.bench.relay;

import org.jspecify.annotations.NullMarked;
