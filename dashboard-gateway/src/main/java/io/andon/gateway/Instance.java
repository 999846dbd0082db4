package io.andon.gateway;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who this process is, for people who look at a stream and want to know which gateway they are connected to. */
@Singleton
public final class Instance {

    private final String name;
    private final String build;

    @Inject
    Instance(@ConfigProperty(name = "quarkus.application.version") String version) {
        this("gateway-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()), version);
    }

    public Instance(String name, String build) {
        this.name = name;
        this.build = build;
    }

    /** Differs from start to start. */
    public String name() {
        return name;
    }

    public String build() {
        return build;
    }
}
