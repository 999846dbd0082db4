package io.andon.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports from the operating system for a whole stack. All are held until the last is found, so that no two are equal. */
public final class FreePorts {

    private static final int PARTS = 9;

    private FreePorts() {}

    public static StackPorts forAStack() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < PARTS; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> p = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return new StackPorts(
                    p.get(0), p.get(1), p.get(2), p.get(3), p.get(4), p.get(5), p.get(6), p.get(7), p.get(8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
