/**
 * The demo tenant: master data and four weeks of history, made through the public API alone, so that what the demo shows
 * is what the API does. The same instant gives the same history, and a load that was interrupted can be run again.
 */
@NullMarked
package io.andon.local.demo;

import org.jspecify.annotations.NullMarked;
