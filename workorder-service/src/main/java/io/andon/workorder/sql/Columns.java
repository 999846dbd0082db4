package io.andon.workorder.sql;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Binds rows as arrays, one per column, for {@code … from unnest(:a, :b)}: one statement for any number of rows, which
 * the server prepares once.
 */
public final class Columns<R> {

    private final SqlStatement<?> statement;
    private final List<R> rows;

    private Columns(SqlStatement<?> statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public static <R> Columns<R> of(List<R> rows, SqlStatement<?> statement) {
        return new Columns<>(statement, rows);
    }

    public <T> Columns<R> bind(String name, Class<T> type, Function<R, @Nullable T> value) {
        statement.bindArray(name, type, rows.stream().map(value).toArray());
        return this;
    }
}
