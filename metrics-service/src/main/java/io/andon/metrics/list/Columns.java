package io.andon.metrics.list;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads columns of the types that JDBC has no methods for. */
public final class Columns {

    private Columns() {}

    public static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    public static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }

    public static List<BigDecimal> decimals(ResultSet rs, String column) throws SQLException {
        return List.of((BigDecimal[]) rs.getArray(column).getArray());
    }
}
