package io.andon.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scenario has found out. Filled by one thread. */
public final class Report {

    private final String name;
    private final String title;
    private final Map<String, Object> conditions;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param conditions machine, versions and settings */
    public Report(String name, String title, Map<String, Object> conditions) {
        this.name = name;
        this.title = title;
        this.conditions = conditions;
    }

    /** @param setting what is done, the same for all servers that are compared */
    public Row row(String setting, String server) {
        Row row = new Row(setting, server);
        rows.add(row);
        return row;
    }

    /** What a reader of the figures has to know. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    Map<String, Object> conditions() {
        return conditions;
    }

    List<Row> rows() {
        return rows;
    }

    List<String> notes() {
        return notes;
    }
}
