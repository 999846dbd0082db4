/**
 * Postings to workorder-service, and the same statements without the service: recorded from the database server's log,
 * replayed by pgbench.
 */
@NullMarked
package io.andon.bench.posting;

import org.jspecify.annotations.NullMarked;
