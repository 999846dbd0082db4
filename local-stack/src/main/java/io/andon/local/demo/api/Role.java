package io.andon.local.demo.api;

import java.util.Locale;

/** As whom a request is sent: each tenant has one person of each role. */
public enum Role {
    VIEWER,
    OPERATOR,
    PLANNER;

    String personOf(String tenant) {
        return name().toLowerCase(Locale.ROOT) + "@" + tenant;
    }
}
