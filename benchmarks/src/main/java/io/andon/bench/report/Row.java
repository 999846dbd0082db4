package io.andon.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one server did in one setting: figures by name, each with its repetitions. */
public final class Row {

    private final String setting;
    private final String server;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    Row(String setting, String server) {
        this.setting = setting;
        this.server = server;
    }

    /** One more repetition of a figure, whose name tells the unit. */
    public Row add(String figure, double value) {
        figures.computeIfAbsent(figure, name -> new ArrayList<>()).add(value);
        return this;
    }

    String setting() {
        return setting;
    }

    String server() {
        return server;
    }

    Map<String, Samples> figures() {
        Map<String, Samples> samples = new LinkedHashMap<>();
        figures.forEach((name, values) -> samples.put(name, new Samples(values)));
        return Collections.unmodifiableMap(samples);
    }
}
