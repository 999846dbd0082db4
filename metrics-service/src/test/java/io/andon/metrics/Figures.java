package io.andon.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A metric's answer, row by row. */
public final class Figures {

    private final List<Map<String, Object>> rows;

    public Figures(JsonPath answer) {
        rows = answer.getList("data");
    }

    /** The only row of {@code sku}. */
    public Map<String, Object> of(String sku) {
        List<Map<String, Object>> found =
                rows.stream().filter(row -> sku.equals(row.get("sku"))).toList();
        assertThat(found).as(sku).hasSize(1);
        return found.get(0);
    }

    /** Fields of the only row of {@code sku}, numbers without trailing zeros, separated by blanks. */
    public String of(String sku, String... fields) {
        Map<String, Object> row = of(sku);
        assertThat(row).containsKeys(fields);
        return String.join(
                " ", Arrays.stream(fields).map(field -> text(row.get(field))).toList());
    }

    /** The same of every row, in order. */
    public List<String> all(String... fields) {
        return rows.stream()
                .map(row -> String.join(
                        " ",
                        Arrays.stream(fields).map(field -> text(row.get(field))).toList()))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
