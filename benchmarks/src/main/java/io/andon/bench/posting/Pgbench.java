package io.andon.bench.posting;

import io.andon.bench.load.Percentiles;
import io.andon.bench.process.Program;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.RecordedStatement;
import io.andon.bench.server.WorkorderServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** PostgreSQL's own benchmark, running the statements of recorded postings. */
public final class Pgbench {

    /** A key's numbers in one run come after those of the run before. */
    private static final long RUN = 1_000_000_000;

    private static final String PROGRAM = "pgbench";
    private static final String KEY = "recorded-";
    private static final Pattern SPEED = Pattern.compile("tps = ([0-9.]+)");
    private static final int MICROS_COLUMN = 2;

    private final Postgres postgres;
    private final Path script;
    private final int clients;
    private long runs;

    private Pgbench(Postgres postgres, Path script, int clients) {
        this.postgres = postgres;
        this.script = script;
        this.clients = clients;
    }

    public static boolean isInstalled() {
        return Program.isInstalled(PROGRAM);
    }

    /**
     * Has every client post twice, reads what the server did for the second time, and writes it down as a script.
     *
     * @param script where to
     */
    public static Pgbench record(Postgres postgres, PostingLoad load, Path script) {
        postgres.record(true);
        List<Workplace> workplaces = load.workplaces();
        for (Workplace workplace : workplaces) {
            load.postOnce(workplace, KEY + workplace.number() + "-once");
            load.postOnce(workplace, KEY + workplace.number() + "-twice");
        }
        postgres.record(false);
        List<List<RecordedStatement>> transactions = RecordedStatement.transactions(postgres.log());
        PgbenchScript lines = new PgbenchScript();
        for (Workplace workplace : workplaces) {
            String key = KEY + workplace.number();
            lines.add(with(key + "-once", transactions), with(key + "-twice", transactions), key + "-twice");
        }
        try {
            Files.writeString(script, lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Pgbench(postgres, script, workplaces.size());
    }

    private static List<RecordedStatement> with(String key, List<List<RecordedStatement>> transactions) {
        return transactions.stream()
                .filter(transaction -> transaction.stream()
                        .anyMatch(statement -> statement.parameters().containsValue("'" + key + "'")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server's log has no transaction of " + key));
    }

    public Postings run(Duration time) {
        Path log = script.resolveSibling("pgbench-log");
        String said = Program.run(List.of(
                PROGRAM,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--time=" + time.toSeconds(),
                "--define=n=" + ++runs * RUN,
                "--log",
                "--log-prefix=" + log,
                "--file=" + script,
                "postgresql://" + WorkorderServer.DATABASE + ":" + WorkorderServer.DATABASE + "@localhost:"
                        + postgres.port() + "/" + WorkorderServer.DATABASE));
        Matcher speed = SPEED.matcher(said);
        if (!speed.find()) {
            throw new IllegalStateException("pgbench tells no speed: " + said);
        }
        return new Postings(Double.parseDouble(speed.group(1)), Percentiles.of(latencies(log)));
    }

    /** pgbench writes a line for each transaction, and a file for each of its threads and processes. */
    private static Histogram latencies(Path prefix) {
        Histogram nanos = Percentiles.histogram();
        try (Stream<Path> beside = Files.list(prefix.getParent())) {
            List<Path> logs = beside.filter(
                            file -> file.getFileName().toString().startsWith(prefix.getFileName() + "."))
                    .toList();
            for (Path log : logs) {
                for (String line : Files.readAllLines(log)) {
                    nanos.recordValue(Long.parseLong(line.split(" ")[MICROS_COLUMN]) * 1_000);
                }
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nanos;
    }
}
