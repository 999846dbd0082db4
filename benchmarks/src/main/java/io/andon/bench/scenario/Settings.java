package io.andon.bench.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How benchmarks run. Each is set with {@code -Dbench.<key>=<value>}; the keys are those of {@link #described}.
 *
 * @param quick shortens everything: to see that it works, the figures mean nothing
 * @param profile whether the gateway is profiled while it is measured
 * @param warmUp under load, before a server in a JVM is measured
 * @param window of one measurement
 * @param repetitions of each measurement
 * @param heapMb of the gateway and of the bare peer
 * @param eventBytes the length of an event's value
 * @param inFlight deliveries in flight in a closed loop
 * @param loadLoops threads of the load generator
 * @param ledgerLines of the ledger that metrics-service computes from
 * @param seed of what is random
 */
public record Settings(
        boolean quick,
        boolean profile,
        Duration warmUp,
        Duration window,
        int repetitions,
        int heapMb,
        int eventBytes,
        int inFlight,
        int loadLoops,
        int ledgerLines,
        long seed) {

    public static Settings of(Properties properties) {
        boolean quick = isSet(properties, "quick");
        int processors = Runtime.getRuntime().availableProcessors();
        return new Settings(
                quick,
                isSet(properties, "profile"),
                Duration.ofSeconds(number(properties, "warm-up", quick ? 2 : 30)),
                Duration.ofMillis(number(properties, "window-ms", quick ? 1000 : 6000)),
                number(properties, "repetitions", quick ? 1 : 3),
                number(properties, "heap-mb", 512),
                number(properties, "event-bytes", 200),
                number(properties, "in-flight", 50_000),
                number(properties, "load-loops", Math.max(1, processors / 2)),
                number(properties, "ledger-lines", quick ? 500_000 : 10_000_000),
                number(properties, "seed", 4));
    }

    private static boolean isSet(Properties properties, String key) {
        String value = properties.getProperty("bench." + key, "false");
        return !value.equals("false");
    }

    private static int number(Properties properties, String key, int otherwise) {
        return Integer.parseInt(properties.getProperty("bench." + key, Integer.toString(otherwise)));
    }

    /** The same heap for all that is compared, fixed, so that its growth is not measured. */
    List<String> heap() {
        return List.of("-Xms" + heapMb + "m", "-Xmx" + heapMb + "m");
    }

    public Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("quick", quick);
        described.put("profile", profile);
        described.put("warm-up", warmUp.toSeconds());
        described.put("window-ms", window.toMillis());
        described.put("repetitions", repetitions);
        described.put("heap-mb", heapMb);
        described.put("event-bytes", eventBytes);
        described.put("in-flight", inFlight);
        described.put("load-loops", loadLoops);
        described.put("ledger-lines", ledgerLines);
        described.put("seed", seed);
        return described;
    }
}
