/**
 * The demo's companies at work: after their history, each posts a batch every few seconds, so that an open board moves.
 * It remembers nothing; what there is to do, it sees from the API.
 */
@NullMarked
package io.andon.local.demo.live;

import org.jspecify.annotations.NullMarked;
