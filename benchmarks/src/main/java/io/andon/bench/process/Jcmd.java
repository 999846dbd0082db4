package io.andon.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's tool that gives orders to a running JVM. */
public final class Jcmd {

    private Jcmd() {}

    /** Runs a command and waits for its end. */
    public static void run(long pid, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        Program.run(command);
    }
}
