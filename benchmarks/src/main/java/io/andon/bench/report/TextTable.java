package io.andon.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for people: for each setting a table with a line for each server and a line for each comparison. */
final class TextTable {

    /** Whose figures are divided by those of the other servers of the same setting. */
    static final Set<String> OURS = Set.of("gateway", "workorder-service", "outbox relay");

    private final Report report;

    TextTable(Report report) {
        this.report = report;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("\n== " + report.name() + ": " + report.title() + "\n");
        report.conditions().forEach((name, value) -> text.append("   ")
                .append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        Map<String, List<Row>> settings = report.rows().stream()
                .collect(Collectors.groupingBy(Row::setting, LinkedHashMap::new, Collectors.toList()));
        settings.forEach((setting, rows) ->
                text.append('\n').append(setting).append('\n').append(table(rows)));
        report.notes().forEach(note -> text.append("   Note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String table(List<Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.figures().keySet()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("", List.copyOf(names)));
        for (Row row : rows) {
            Map<String, Samples> figures = row.figures();
            lines.add(line(
                    row.server(),
                    names.stream()
                            .map(name -> figures.containsKey(name)
                                    ? figures.get(name).toString()
                                    : "")
                            .toList()));
        }
        lines.addAll(ratios(rows, names));
        return aligned(lines);
    }

    private static List<List<String>> ratios(List<Row> rows, Set<String> names) {
        List<Row> ours =
                rows.stream().filter(row -> OURS.contains(row.server())).toList();
        if (ours.size() != 1) {
            return List.of();
        }
        Map<String, Samples> own = ours.get(0).figures();
        return rows.stream()
                .filter(row -> !OURS.contains(row.server()))
                .map(row -> line(
                        ours.get(0).server() + " / " + row.server(),
                        names.stream()
                                .map(name -> ratio(own.get(name), row.figures().get(name)))
                                .toList()))
                .toList();
    }

    private static String ratio(@Nullable Samples own, @Nullable Samples other) {
        return own == null || other == null || other.median() == 0 ? "" : Samples.text(own.median() / other.median());
    }

    private static List<String> line(String first, List<String> rest) {
        List<String> line = new ArrayList<>(List.of(first));
        line.addAll(rest);
        return line;
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder("   ")
                    .append(line.get(0))
                    .append(" ".repeat(widths[0] - line.get(0).length()));
            for (int i = 1; i < columns; i++) {
                row.append("  ")
                        .append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(line.get(i));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
