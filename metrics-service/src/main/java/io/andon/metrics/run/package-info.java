/**
 * When figures are computed and how they become visible: runs, by hand or every night at 02:00 UTC, one at a time per
 * tenant, whose results appear all at once together with the events that announce them.
 *
 * <p>A metric joins by implementing {@link io.andon.metrics.run.Metric}; this package knows none by name.
 */
@NullMarked
package io.andon.metrics.run;

import org.jspecify.annotations.NullMarked;
