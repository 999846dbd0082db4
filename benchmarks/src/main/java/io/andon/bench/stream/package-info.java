/**
 * What goes over the wire, cheap per byte: the numbered value of a benchmark's event, and a parser of HTTP/1.1 answers
 * that carry server-sent events. Knows of no socket and no thread; {@code load} and {@code publish} use it.
 */
@NullMarked
package io.andon.bench.stream;

import org.jspecify.annotations.NullMarked;
