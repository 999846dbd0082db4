package io.andon.gateway.fanout;

/** What a window says to a {@link Resume}: here it is, or what has to be found elsewhere first. */
public sealed interface ResumeAnswer permits Resumption, Unserved {}
