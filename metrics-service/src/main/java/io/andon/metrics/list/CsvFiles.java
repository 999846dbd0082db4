package io.andon.metrics.list;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.andon.events.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180): a header row with the names that JSON uses, numbers and times as there, the entries of a list
 * separated by semicolons.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it, because what a sku or a lot is
 * called comes from outside (OWASP, "CSV Injection").
 */
@ApplicationScoped
class CsvFiles {

    private static final String TYPE = "text/csv; charset=utf-8; header=present";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Columns in the order of the record's components. */
    private final CsvMapper mapper = CsvMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    CsvFiles() {
        EventJson.configure(mapper);
        mapper.registerModule(
                new SimpleModule("harmless-text").addSerializer(String.class, new HarmlessTextSerializer()));
    }

    /** @param asOf part of the file's name; null before there is a run */
    <R> Response answer(String name, @Nullable Instant asOf, Class<R> rowType, List<R> rows) {
        String file = name + (asOf == null ? "" : "-" + STAMP.format(asOf)) + ".csv";
        ObjectWriter writer =
                mapper.writer(mapper.schemaFor(rowType).withHeader().withLineSeparator("\r\n"));
        StreamingOutput body = out -> {
            try (SequenceWriter sequence = writer.writeValues(out)) {
                sequence.writeAll(rows);
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    private static final class HarmlessTextSerializer extends StdSerializer<String> {

        private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

        HarmlessTextSerializer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            boolean harmless = text.isEmpty() || STARTS_A_FORMULA.indexOf(text.charAt(0)) < 0;
            out.writeString(harmless ? text : "'" + text);
        }
    }
}
