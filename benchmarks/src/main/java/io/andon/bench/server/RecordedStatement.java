package io.andon.bench.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement as PostgreSQL executed it.
 *
 * @param parameters their values as the server writes them, quoted and all, by number
 */
public record RecordedStatement(String sql, Map<Integer, String> parameters) {

    /** Begins every message, by {@code log_line_prefix}. */
    public static final String PREFIX = "@@%p ";

    private static final Pattern MESSAGE = Pattern.compile("^@@(\\d+) ([A-Z]+): {2}(.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("^(?:execute \\S+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");

    public RecordedStatement {
        parameters = Map.copyOf(parameters);
    }

    public boolean is(String command) {
        return sql.equalsIgnoreCase(command);
    }

    /**
     * The transactions that each session of {@code log} carried out, in the order of their ends.
     *
     * @param log with the prefix, every statement and its parameters, at least from the first transaction's beginning
     */
    public static List<List<RecordedStatement>> transactions(String log) {
        Map<String, List<RecordedStatement>> open = new HashMap<>();
        List<List<RecordedStatement>> ended = new ArrayList<>();
        for (String message : log.split("\n(?=@@)")) {
            Matcher parts = MESSAGE.matcher(message.replace("\n\t", "\n"));
            if (parts.matches()) {
                note(parts, open, ended);
            }
        }
        return ended;
    }

    private static void note(
            Matcher message, Map<String, List<RecordedStatement>> open, List<List<RecordedStatement>> ended) {
        List<RecordedStatement> session = open.computeIfAbsent(message.group(1), pid -> new ArrayList<>());
        Matcher executed = EXECUTED.matcher(message.group(3));
        if (message.group(2).equals("DETAIL") && !session.isEmpty()) {
            RecordedStatement last = session.remove(session.size() - 1);
            session.add(new RecordedStatement(last.sql(), parameters(message.group(3))));
        } else if (message.group(2).equals("LOG") && executed.matches()) {
            RecordedStatement statement =
                    new RecordedStatement(executed.group(1).strip(), Map.of());
            if (statement.is("BEGIN")) {
                session.clear();
            }
            session.add(statement);
            if (statement.is("COMMIT")) {
                ended.add(List.copyOf(session));
                session.clear();
            }
        }
    }

    private static Map<Integer, String> parameters(String detail) {
        return PARAMETER
                .matcher(detail)
                .results()
                .collect(Collectors.toMap(value -> Integer.parseInt(value.group(1)), RecordedStatement::value));
    }

    private static String value(MatchResult parameter) {
        return parameter.group(2);
    }
}
