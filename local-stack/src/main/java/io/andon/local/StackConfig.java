package io.andon.local;

import io.andon.local.demo.DemoConfig;
import io.andon.local.demo.DemoSetting;
import io.andon.local.demo.api.Endpoints;
import io.andon.local.setting.Key;
import io.andon.local.setting.SettingSources;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How a stack is to run.
 *
 * @param root the project's folder, which the services' programs are found in
 * @param state the folder of everything that the stack keeps
 * @param fresh whether what is in {@code state} is thrown away first
 * @param heapMb heap of each service
 * @param executables whether the services run as native executables, not in a JVM
 * @param demo empty where none is wanted
 */
public record StackConfig(
        Path root,
        Path state,
        StackPorts ports,
        boolean fresh,
        int heapMb,
        boolean executables,
        Duration tokenValidity,
        Duration startTimeout,
        Optional<DemoConfig> demo) {

    /** Everything about the stack that can be set. */
    static final List<Key> KEYS = Stream.<Key>concat(
                    Arrays.stream(Setting.values()),
                    Stream.of(DemoSetting.TENANTS, DemoSetting.AS_OF, DemoSetting.LIVE, DemoSetting.LIVE_INTERVAL))
            .toList();

    public StackConfig {
        root = root.toAbsolutePath().normalize();
        state = root.resolve(state).normalize();
    }

    static StackConfig from(List<String> arguments, Properties properties, Map<String, String> environment) {
        SettingSources sources = new SettingSources(KEYS, arguments, properties, environment);
        StackPorts ports = StackPorts.from(sources);
        return new StackConfig(
                root(sources.text(Setting.ROOT)),
                Path.of(sources.text(Setting.STATE)),
                ports,
                sources.flag(Setting.FRESH),
                sources.number(Setting.HEAP),
                sources.flag(Setting.NATIVE),
                sources.duration(Setting.TOKEN_VALIDITY),
                sources.duration(Setting.START_TIMEOUT),
                sources.flag(Setting.DEMO) ? Optional.of(demo(sources, ports)) : Optional.empty());
    }

    private static DemoConfig demo(SettingSources sources, StackPorts ports) {
        return DemoConfig.of(
                sources,
                new Endpoints(
                        URI.create("http://localhost:" + ports.gateway()),
                        URI.create("http://localhost:" + ports.issuer() + "/andon/token")));
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
