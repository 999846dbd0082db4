/**
 * The write side of production: work orders, what was posted to them, and the only ledger of stock. One package per
 * feature; a posting is a resource, its commands, and one transaction that also leaves the events in the outbox.
 */
@NullMarked
package io.andon.workorder;

import org.jspecify.annotations.NullMarked;
