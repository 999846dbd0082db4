package io.andon.metrics.oracle;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of figures as text: its values separated by blanks, numbers without trailing zeros. */
final class Row {

    private static final int AMOUNT_SCALE = 6;

    private Row() {}

    static String of(Object... values) {
        return Arrays.stream(values).map(Row::text).collect(Collectors.joining(" "));
    }

    /** Fields of every row of an answer, in order. */
    static List<String> of(JsonPath answer, String... fields) {
        List<Map<String, Object>> rows = answer.getList("data");
        return rows.stream()
                .map(row -> of(Arrays.stream(fields).map(row::get).toArray()))
                .toList();
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Row::text).toList().toString();
        }
        return String.valueOf(value);
    }

    static BigDecimal amount(BigDecimal exact) {
        return exact.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP);
    }

    static BigDecimal amount(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, AMOUNT_SCALE, RoundingMode.HALF_UP);
    }

    /** Null unless {@code whole} is positive. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.divide(whole, 2, RoundingMode.HALF_UP);
    }

    static BigDecimal orZero(BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
