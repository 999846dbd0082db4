/**
 * Requests of many lines, as NDJSON or CSV: each line is checked and carried out as a request of its own would be, in one
 * transaction, and reported on. The features' resources call {@link io.andon.workorder.bulk.Bulk}; nothing here knows
 * what a line means.
 */
@NullMarked
package io.andon.workorder.bulk;

import org.jspecify.annotations.NullMarked;
