package io.andon.workorder.bulk;

import io.andon.kit.problem.InvalidField;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values (RFC 4180): quotes around a value, two of them for one, line breaks within; records end
 * in LF or CRLF. Used by one thread for one text.
 */
final class CsvTable {

    /** @param line where it begins, from 1 */
    record Row(int line, List<String> values) {}

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<String> values = new ArrayList<>();
    private int line = 1;
    private int rowBegan = 1;
    private boolean quoted;

    private CsvTable(String text) {
        this.text = text;
    }

    /** All rows but blank ones. */
    static List<Row> read(String text) {
        return new CsvTable(text).read();
    }

    private List<Row> read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                i = withinQuotes(i, c);
            } else {
                outside(c);
            }
        }
        if (quoted) {
            throw new InvalidField("line " + rowBegan, "a quoted value has no end");
        }
        endRow();
        return rows;
    }

    private int withinQuotes(int at, char c) {
        if (c != '"') {
            value.append(c);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            value.append('"');
            return at + 1;
        } else {
            quoted = false;
        }
        return at;
    }

    private void outside(char c) {
        switch (c) {
            case '"' -> quoted = true;
            case ',' -> endValue();
            case '\n' -> endRow();
            case '\r' -> {
                // The line feed behind it ends the row.
            }
            default -> value.append(c);
        }
    }

    private void endValue() {
        values.add(value.toString());
        value.setLength(0);
    }

    private void endRow() {
        endValue();
        if (values.size() > 1 || !values.get(0).isBlank()) {
            rows.add(new Row(rowBegan, values));
        }
        values = new ArrayList<>();
        rowBegan = line;
    }
}
