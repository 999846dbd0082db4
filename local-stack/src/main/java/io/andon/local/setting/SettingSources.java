package io.andon.local.setting;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Where a setting's value comes from: the arguments, then {@code -Dandon.*}, then the environment, then the default.
 * {@code -Dandon.settings=<file>} names a file of further properties; Maven writes its own {@code -Dandon.*} there.
 */
public final class SettingSources {

    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> arguments;
    private final Properties properties;
    private final Map<String, String> environment;

    /** @param known what the program can be told by arguments */
    public SettingSources(
            List<Key> known, List<String> arguments, Properties properties, Map<String, String> environment) {
        this.arguments = parse(known, arguments);
        this.properties = withFile(properties);
        this.environment = environment;
    }

    public String text(Key setting) {
        return Optional.ofNullable(arguments.get(setting.argument()))
                .or(() -> Optional.ofNullable(properties.getProperty(setting.property())))
                .or(() -> Optional.ofNullable(environment.get(setting.environmentVariable())))
                .orElse(setting.defaultValue());
    }

    public boolean flag(Key setting) {
        return switch (text(setting)) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw invalid(setting, "true or false");
        };
    }

    public int port(Key setting) {
        int port = number(setting);
        if (port < 1 || port > HIGHEST_PORT) {
            throw invalid(setting, "a port from 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    public int number(Key setting) {
        return read(setting, Integer::valueOf, "a whole number");
    }

    public Duration duration(Key setting) {
        return read(setting, Duration::parse, "a duration such as PT90S");
    }

    public Optional<Instant> instant(Key setting) {
        return text(setting).isEmpty()
                ? Optional.empty()
                : Optional.of(read(setting, Instant::parse, "an instant such as 2026-07-01T00:00:00Z"));
    }

    public URI address(Key setting) {
        return read(setting, URI::create, "an address such as http://localhost:8080");
    }

    private <T> T read(Key setting, Function<String, T> parser, String expected) {
        try {
            return parser.apply(text(setting));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw invalid(setting, expected);
        }
    }

    private InvalidSetting invalid(Key setting, String expected) {
        return new InvalidSetting(setting.property() + " is “" + text(setting) + "” but must be " + expected + ".");
    }

    private static Properties withFile(Properties given) {
        String file = given.getProperty("andon.settings", "");
        Properties all = new Properties();
        if (!file.isEmpty()) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                all.load(reader);
            } catch (IOException e) {
                throw new InvalidSetting("andon.settings names " + file + ", which cannot be read: " + e.getMessage());
            }
        }
        all.putAll(given);
        return all;
    }

    /** {@code --key=value} or {@code --key} alone, which means true. */
    private static Map<String, String> parse(List<Key> known, List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (known.stream().noneMatch(setting -> setting.argument().equals(parts[0]))) {
                throw new InvalidSetting("Unknown argument " + argument + "; --help lists what there is.");
            }
            values.put(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        return values;
    }
}
