package io.andon.gateway.fanout;

/**
 * The client has seen more than this gateway has read: it comes from an instance that is ahead, by milliseconds as a rule,
 * or its position is made up.
 */
public record NotReadYet() implements Unserved {}
