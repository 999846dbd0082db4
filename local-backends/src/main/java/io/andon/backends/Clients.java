package io.andon.backends;

import java.net.URI;
import java.util.Set;

/** The applications that people sign in to, and where they may be. */
final class Clients {

    static final String DASHBOARD = "andon-dashboard";
    static final String CLI = "andon-cli";
    static final Set<String> ALL = Set.of(DASHBOARD, CLI);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Clients() {}

    /** Whether a page of this machine is meant: no code and no token leaves for anywhere else. */
    static boolean isLoopback(URI uri) {
        return uri.getHost() != null
                && LOOPBACK.contains(uri.getHost())
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }
}
