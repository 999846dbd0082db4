package io.andon.local.setting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that can be set, named alike wherever that is done. */
public interface Key {

    /** For instance {@code port.gateway}. */
    String key();

    String defaultValue();

    String meaning();

    default String argument() {
        return "--" + key();
    }

    default String property() {
        return "andon." + key();
    }

    default String environmentVariable() {
        return "ANDON_" + key().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** A line for each of {@code keys}, for people. */
    static String help(List<Key> keys) {
        return keys.stream()
                .map(setting -> String.format(
                        "  %-30s %s%s",
                        setting.argument(),
                        setting.meaning(),
                        setting.defaultValue().isEmpty() ? "" : " (" + setting.defaultValue() + ")"))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
