/** A made-up ledger of one tenant, for what metrics-service has to compute and to read, and the same figures without it. */
@NullMarked
package io.andon.bench.ledger;

import org.jspecify.annotations.NullMarked;
