package io.andon.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Looks, before anything starts, whether every port is to be had: half a stack that gives up is worse than none. */
final class PortCheck {

    private PortCheck() {}

    static void requireFree(StackPorts ports) {
        List<Setting> settings = Arrays.stream(Setting.values())
                .filter(setting -> setting.name().startsWith("PORT_"))
                .toList();
        List<Setting> taken =
                settings.stream().filter(setting -> isTaken(ports.of(setting))).toList();
        if (!taken.isEmpty()) {
            throw new StackException(taken.stream()
                    .map(setting -> complaint(setting, ports.of(setting)))
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        List<Integer> distinct = settings.stream().map(ports::of).distinct().toList();
        if (distinct.size() < settings.size()) {
            throw new StackException("Two parts of the stack are set to the same port: " + ports);
        }
    }

    private static String complaint(Setting setting, int port) {
        return "Port " + port + " is taken, and " + setting.meaning()
                + " needs it: end what listens there, or choose another with -D" + setting.property() + "=<port>.";
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port that was just given back counts as free, as it does for the servers that will bind it.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
