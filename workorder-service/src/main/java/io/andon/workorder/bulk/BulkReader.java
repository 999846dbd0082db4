package io.andon.workorder.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.andon.kit.problem.FieldError;
import io.andon.kit.problem.InvalidField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads lines and checks each by the rules of a single request's body. */
@ApplicationScoped
class BulkReader {

    static final int MAX_LINES = 10_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ObjectMapper json;
    private final Validator validator;

    BulkReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws InvalidField if there is no line, there are too many, or a table has no sensible first row */
    <T extends Record> List<BulkLine<T>> read(String body, boolean csv, Class<T> type) {
        String text = body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
        List<BulkLine<T>> lines = csv ? table(text, type) : ndjson(text, type);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new InvalidField("body", "must have 1 to " + MAX_LINES + " lines");
        }
        return lines;
    }

    private <T extends Record> List<BulkLine<T>> ndjson(String text, Class<T> type) {
        List<BulkLine<T>> lines = new ArrayList<>();
        String[] texts = text.split("\r?\n", -1);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isBlank()) {
                lines.add(line(i + 1, texts[i], type));
            }
        }
        return lines;
    }

    private <T extends Record> List<BulkLine<T>> table(String text, Class<T> type) {
        List<CsvTable.Row> rows = CsvTable.read(text);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Class<?>> columns = new HashMap<>();
        json.getDeserializationConfig()
                .introspect(json.constructType(type))
                .findProperties()
                .forEach(field -> columns.put(field.getName(), field.getRawPrimaryType()));
        List<String> header = rows.get(0).values().stream().map(String::strip).toList();
        for (String name : header) {
            if (!columns.containsKey(name)) {
                throw new InvalidField("line 1", "there is no field " + name + "; the first line names the fields");
            }
        }
        return rows.stream()
                .skip(1)
                .map(row -> row.values().size() == header.size()
                        ? line(row.line(), object(header, row.values(), columns).toString(), type)
                        : new BulkLine<T>(
                                row.line(),
                                null,
                                List.of(new FieldError(
                                        "", "has " + row.values().size() + " values instead of " + header.size()))))
                .toList();
    }

    /** An empty value is an absent one; what should be a number or a truth value and is not stays text, to be refused. */
    private ObjectNode object(List<String> header, List<String> values, Map<String, Class<?>> columns) {
        ObjectNode object = json.createObjectNode();
        for (int i = 0; i < header.size(); i++) {
            String value = values.get(i);
            Class<?> column = columns.get(header.get(i));
            if (value.isEmpty()) {
                continue;
            }
            if (column == BigDecimal.class && value.matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
                object.put(header.get(i), new BigDecimal(value));
            } else if (column == Boolean.class && value.matches("true|false")) {
                object.put(header.get(i), Boolean.parseBoolean(value));
            } else {
                object.put(header.get(i), value);
            }
        }
        return object;
    }

    private <T extends Record> BulkLine<T> line(int number, String text, Class<T> type) {
        try {
            T value = json.readValue(text, type);
            if (value == null) {
                return new BulkLine<>(number, null, List.of(new FieldError("", "must be an object")));
            }
            List<FieldError> errors = FieldError.of(validator.validate(value));
            return new BulkLine<>(number, errors.isEmpty() ? value : null, errors);
        } catch (JsonProcessingException malformed) {
            return new BulkLine<>(number, null, List.of(FieldError.of(malformed)));
        }
    }
}
