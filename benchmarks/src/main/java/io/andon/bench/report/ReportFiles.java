package io.andon.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes reports: the table to the standard output, the JSON with every repetition to a file. */
public final class ReportFiles {

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path directory;

    public ReportFiles(Path directory) {
        this.directory = directory;
    }

    public void write(Report report) {
        System.out.println(new TextTable(report));
        try {
            json.writeValue(directory.resolve(report.name() + ".json").toFile(), document(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> document(Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", report.name());
        document.put("title", report.title());
        document.put("conditions", report.conditions());
        document.put("rows", report.rows().stream().map(ReportFiles::row).toList());
        document.put("notes", report.notes());
        return document;
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> figures = new LinkedHashMap<>();
        row.figures()
                .forEach((name, samples) -> figures.put(
                        name,
                        Map.of(
                                "median", samples.median(),
                                "min", samples.min(),
                                "max", samples.max(),
                                "values", List.copyOf(samples.values()))));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("setting", row.setting());
        document.put("server", row.server());
        document.put("figures", figures);
        return document;
    }
}
