/**
 * The load generator: a program of its own, so that its work is not counted as a server's, that holds thousands of
 * streams open and counts what comes. {@link io.andon.bench.load.LoadGenerator} is the program and {@link
 * io.andon.bench.load.Load} its handle in the program that measures; lines of JSON go between them, and a shared page of
 * memory on which the slowest subscriber's progress can be read at any time.
 */
@NullMarked
package io.andon.bench.load;

import org.jspecify.annotations.NullMarked;
