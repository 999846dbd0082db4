package io.andon.bench.load;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Loopback addresses to connect from: one has some 28,000 ports by default, several have enough for any run. */
final class Addresses {

    static final InetAddress SERVER = of127(1);

    private static final InetAddress[] SOURCES = {of127(2), of127(3), of127(4), of127(5)};

    private Addresses() {}

    static InetAddress of(int client) {
        return SOURCES[client % SOURCES.length];
    }

    private static InetAddress of127(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
