/**
 * The end-to-end suite: the real stack as processes, posted to as a client does and listened to as a dashboard does. One
 * class a promise. {@link io.andon.local.e2e.RunningStack} is started once and shared; a test that breaks a part mends it.
 */
@NullMarked
package io.andon.local.e2e;

import org.jspecify.annotations.NullMarked;
