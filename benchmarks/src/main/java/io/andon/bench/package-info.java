/**
 * Benchmarks of the packaged services: {@link io.andon.bench.Benchmarks} is the program that {@code ./mvnw -Pbench} runs.
 * Measures processes from outside and depends on no service's code; nothing that is deployed may depend on it.
 */
@NullMarked
package io.andon.bench;

import org.jspecify.annotations.NullMarked;
