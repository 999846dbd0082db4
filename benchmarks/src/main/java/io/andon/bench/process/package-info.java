/** Programs that the benchmarks start, and what the kernel knows of them. Linux, by way of /proc. */
@NullMarked
package io.andon.bench.process;

import org.jspecify.annotations.NullMarked;
