/**
 * Who is asking: reads the caller out of a verified token, which comes in a header, in the session's cookie or, where
 * that is allowed, in the address. Called by the routes of {@code stream}. The paths that are proxied are not looked at
 * here, nor is a suspended tenant stopped there: the services verify the token themselves, and decide.
 */
@NullMarked
package io.andon.gateway.access;

import org.jspecify.annotations.NullMarked;
