/**
 * The servers that can be measured: the gateway, and those that it is compared with. Each is started afresh as a process
 * of its own and tells how to subscribe and how to publish. A new one to compare with is a new class here.
 */
@NullMarked
package io.andon.bench.server;

import org.jspecify.annotations.NullMarked;
