package io.andon.gateway.fanout;

/** Why a window alone cannot serve a {@link Resume}, although what it wants may well be there. */
public sealed interface Unserved extends ResumeAnswer permits WindowGap, NotReadYet {}
