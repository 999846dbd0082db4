package io.andon.gateway.stream;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The default of {@code quarkus.http.limits.max-connections}: what the process's limit of descriptors has room for. A
 * constant would be wrong on most machines.
 */
public final class ConnectionLimit implements ConfigSource {

    private static final String KEY = "quarkus.http.limits.max-connections";

    /** Below every place where a person would set it. */
    private static final int ORDINAL = 50;

    private final Map<String, String> properties;

    public ConnectionLimit() {
        int most = DescriptorLimit.ofThisProcess().maxConnections();
        properties = most == Integer.MAX_VALUE ? Map.of() : Map.of(KEY, Integer.toString(most));
    }

    @Override
    public Map<String, String> getProperties() {
        return properties;
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "limit of descriptors";
    }
}
