/** Proofs over two replicas of the packaged service, each a process that can be killed and paused. */
@NullMarked
package io.andon.workorder.replicas;

import org.jspecify.annotations.NullMarked;
