/** Reading back from Kafka, without a Kafka. */
@NullMarked
package io.andon.gateway.recovery;

import org.jspecify.annotations.NullMarked;
