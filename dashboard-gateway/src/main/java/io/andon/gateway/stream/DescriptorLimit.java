package io.andon.gateway.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many sockets this process can have. Past it the system refuses even the connection on which a client could be told
 * so, and Kafka's as well; the gateway stops before.
 *
 * @param descriptors what the system allows at most, {@link Integer#MAX_VALUE} where it does not say
 */
record DescriptorLimit(int descriptors) {

    /** For what is no client's connection: files, Kafka, the services, probes. */
    private static final int OWN = 400;

    /** Of the connections, one in so many is free of streams, so that there is one on which to refuse a stream. */
    private static final int FREE_SHARE = 64;

    private static final int LEAST = 64;
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern SOFT_LIMIT = Pattern.compile("(?m)^Max open files\\s+(\\d{1,9})\\s");

    static DescriptorLimit ofThisProcess() {
        try {
            return Files.isReadable(LIMITS) ? of(Files.readString(LIMITS)) : new DescriptorLimit(Integer.MAX_VALUE);
        } catch (IOException e) {
            return new DescriptorLimit(Integer.MAX_VALUE);
        }
    }

    /** @param limits what Linux says in {@code /proc/<pid>/limits}, see proc_pid_limits(5) */
    static DescriptorLimit of(String limits) {
        Matcher matcher = SOFT_LIMIT.matcher(limits);
        return new DescriptorLimit(matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE);
    }

    int maxConnections() {
        return descriptors == Integer.MAX_VALUE ? descriptors : Math.max(LEAST, descriptors - OWN);
    }

    int maxStreams() {
        int connections = maxConnections();
        return connections == Integer.MAX_VALUE ? connections : connections - connections / FREE_SHARE;
    }
}
