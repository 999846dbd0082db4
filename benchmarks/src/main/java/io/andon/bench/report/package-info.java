/** Collects what scenarios measure, and writes it as a table and as JSON. Knows of no server. */
@NullMarked
package io.andon.bench.report;

import org.jspecify.annotations.NullMarked;
