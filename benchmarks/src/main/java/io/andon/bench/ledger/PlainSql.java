package io.andon.bench.ledger;

import io.andon.bench.process.Program;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.RecordedStatement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures without the service: scripts that psql runs, or a plain session of JDBC where there is no psql. */
public final class PlainSql {

    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+)");
    private static final List<String> RAW = List.of("abc", "slow-dead", "turns", "aging");

    private final Postgres postgres;
    private final String database;
    private final Path script;

    /** @param script a file to write scripts to */
    public PlainSql(Postgres postgres, String database, Path script) {
        this.postgres = postgres;
        this.database = database;
        this.script = script;
    }

    public static String tool() {
        return Program.isInstalled("psql") ? "psql" : "JDBC";
    }

    /** Whether PostgreSQL writes every statement down from now on. */
    public void record(boolean all) {
        postgres.record(all);
    }

    /** The statements of the last run in the log of {@code postgres}, values and all. */
    public List<String> lastRun() {
        List<List<RecordedStatement>> runs = RecordedStatement.transactions(postgres.log()).stream()
                .filter(transaction -> transaction.stream()
                        .anyMatch(statement -> statement.sql().contains("insert into abc_result")))
                .toList();
        return runs.get(runs.size() - 1).stream().map(PlainSql::withValues).toList();
    }

    private static String withValues(RecordedStatement statement) {
        return NUMBERED.matcher(statement.sql())
                .replaceAll(number ->
                        Matcher.quoteReplacement(statement.parameters().get(Integer.parseInt(number.group(1)))));
    }

    /**
     * Repeats a run as another one.
     *
     * @return seconds
     */
    public double repeat(List<String> statements, UUID runId) {
        String another = UUID.randomUUID().toString();
        return run(statements.stream()
                .map(statement -> statement.replace(runId.toString(), another))
                .toList());
    }

    /**
     * All four metrics from nothing but the ledger, into tables that nobody keeps.
     *
     * @return seconds
     */
    public double raw(String tenant, String windowStart) {
        Stream<String> metrics = RAW.stream().map(name -> resource(name + ".sql")
                .replaceAll(":tenant\\b", "'" + tenant + "'")
                .replaceAll(":window_start\\b", "timestamptz '" + windowStart + "'")
                .replaceAll(":as_of\\b", "timestamptz '" + MadeUpLedger.END + "'"));
        String caller = "select set_config('andon.tenant_id', '" + tenant + "', true)";
        return run(Stream.concat(Stream.of("BEGIN", caller), Stream.concat(metrics, Stream.of("COMMIT")))
                .toList());
    }

    private double run(List<String> statements) {
        long startNanos;
        if (Program.isInstalled("psql")) {
            write(statements.stream()
                    .map(statement -> statement.strip().replaceAll(";$", "") + ";\n")
                    .collect(Collectors.joining()));
            startNanos = System.nanoTime();
            Program.run(List.of(
                    "psql",
                    "-X",
                    "-q",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-o",
                    "/dev/null",
                    "-f",
                    script.toString(),
                    "postgresql://" + database + ":" + database + "@localhost:" + postgres.port() + "/" + database));
        } else {
            startNanos = System.nanoTime();
            postgres.executeAsOwner(database, statements);
        }
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private void write(String text) {
        try {
            Files.writeString(script, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PlainSql.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
