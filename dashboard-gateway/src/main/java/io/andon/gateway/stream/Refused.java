package io.andon.gateway.stream;

/**
 * A stream that a limit does not allow.
 *
 * @param delayMs how long the client should stay away beyond the usual time: the refused of one limit are told to come
 *     back one after another
 */
record Refused(RefusalReason reason, long delayMs) {}
