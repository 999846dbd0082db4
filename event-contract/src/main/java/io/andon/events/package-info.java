/**
 * The wire format that the services, the gateway, operators' tools and integrators share: which topics there are,
 * which events travel on them, how a payload becomes JSON and how a record carries it.
 *
 * <p>Everything may depend on this package; it depends on Jackson alone, so that any JVM program can use it.
 */
@NullMarked
package io.andon.events;

import org.jspecify.annotations.NullMarked;
