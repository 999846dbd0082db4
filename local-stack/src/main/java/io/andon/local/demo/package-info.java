/**
 * The demo: three companies with six months of history, made through the public API alone, so that what the demo shows
 * is what the API does; and, where wanted, their days going on from there. {@link io.andon.local.demo.Demo} does it for
 * the launcher and, as a program of its own, for any gateway.
 */
@NullMarked
package io.andon.local.demo;

import org.jspecify.annotations.NullMarked;
