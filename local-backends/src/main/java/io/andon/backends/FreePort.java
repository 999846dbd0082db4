package io.andon.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Asks the operating system for a port, for servers that must know theirs before they bind it. */
final class FreePort {

    private FreePort() {}

    /** Returns a port that is free just now and is not {@code taken}, which need not be bound yet. */
    static int otherThan(int taken) {
        // While both are bound they differ, so one of them at least is another one.
        try (ServerSocket one = bind();
                ServerSocket other = bind()) {
            return one.getLocalPort() != taken ? one.getLocalPort() : other.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static ServerSocket bind() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
