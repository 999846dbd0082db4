package io.andon.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How a stack is to run.
 *
 * @param root the project's folder, which the services' programs are found in
 * @param state the folder of everything that the stack keeps
 * @param fresh whether what is in {@code state} is thrown away first
 * @param heapMb heap of each service
 */
public record StackConfig(
        Path root,
        Path state,
        StackPorts ports,
        boolean fresh,
        int heapMb,
        Duration tokenValidity,
        Duration startTimeout,
        Demo demo) {

    public StackConfig {
        root = root.toAbsolutePath().normalize();
        state = root.resolve(state).normalize();
    }

    /**
     * Whether and up to when the demo tenant's history is made.
     *
     * @param asOf now, where it is empty
     */
    public record Demo(boolean load, Optional<Instant> asOf) {}

    static StackConfig from(List<String> arguments, Properties properties, Map<String, String> environment) {
        SettingSources sources = new SettingSources(arguments, properties, environment);
        return new StackConfig(
                root(sources.text(Setting.ROOT)),
                Path.of(sources.text(Setting.STATE)),
                StackPorts.from(sources),
                sources.flag(Setting.FRESH),
                sources.number(Setting.HEAP),
                sources.duration(Setting.TOKEN_VALIDITY),
                sources.duration(Setting.START_TIMEOUT),
                new Demo(sources.flag(Setting.DEMO), sources.instant(Setting.AS_OF)));
    }

    private static Path root(String given) {
        return given.isEmpty() ? findRoot(Path.of("")) : Path.of(given);
    }

    /** The project's folder, {@code from} or one above it. */
    public static Path findRoot(Path from) {
        for (Path folder = from.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack").resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new StackException("Andon's project folder is not here; name it with --root=<folder>.");
    }
}
