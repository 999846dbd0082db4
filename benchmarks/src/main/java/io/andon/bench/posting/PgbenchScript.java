package io.andon.bench.posting;

import io.andon.bench.server.RecordedStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns recorded transactions, one for each client, into a script of pgbench. Statements and values stay as they were; only
 * what has to be new in every transaction is counted up: the ids that the recorded transaction made, and its key.
 */
final class PgbenchScript {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");

    /** Stands in a value for the script's counter. */
    private static final String COUNTER = "\u0001";

    private final StringBuilder script = new StringBuilder("\\set n :n + 1\n");
    private int clients;

    /**
     * Adds what the next client does.
     *
     * @param earlier a transaction of the same client, to tell from what its ids and keys are
     * @param key of the transaction
     */
    void add(List<RecordedStatement> earlier, List<RecordedStatement> recorded, String key) {
        Map<String, String> fresh = freshIds(earlier, recorded);
        fresh.put(key, "bench-" + clients + "-" + COUNTER);
        script.append(clients == 0 ? "\\if" : "\\elif").append(" :client_id = ").append(clients);
        // The driver sends the beginning along with the first statement: one round trip.
        script.append("\n\\startpipeline\n").append(line(recorded.get(0), fresh));
        script.append(line(recorded.get(1), fresh)).append("\\endpipeline\n");
        recorded.subList(2, recorded.size()).forEach(statement -> script.append(line(statement, fresh)));
        clients++;
    }

    /** Ids of this transaction alone, each with what replaces it: unique, as long, and growing as real ones do. */
    private Map<String, String> freshIds(List<RecordedStatement> earlier, List<RecordedStatement> recorded) {
        String known = earlier.toString();
        Map<String, String> fresh = new LinkedHashMap<>();
        recorded.stream()
                .flatMap(statement -> statement.parameters().values().stream())
                .flatMap(value -> ID.matcher(value).results().map(MatchResult::group))
                .filter(id -> !known.contains(id) && !fresh.containsKey(id))
                .forEach(id -> fresh.put(id, String.format("%08x-0000-7000-8%03x-", fresh.size(), clients) + COUNTER));
        return fresh;
    }

    private static String line(RecordedStatement statement, Map<String, String> fresh) {
        String sql = statement.sql().replaceAll("\\s+", " ");
        Matcher placeholders = PLACEHOLDER.matcher(sql);
        return placeholders.replaceAll(number -> Matcher.quoteReplacement(
                        literal(statement.parameters().get(Integer.parseInt(number.group(1))), fresh)))
                + ";\n";
    }

    private static String literal(String value, Map<String, String> fresh) {
        if (value.equals("NULL")) {
            return value;
        }
        String text = value.substring(1, value.length() - 1);
        String type = ID.matcher(text).matches() ? "::uuid" : "";
        for (Map.Entry<String, String> id : fresh.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        // pgbench takes a colon for the beginning of a variable, also within a literal.
        String escaped = "E'" + text.replace("\\", "\\\\").replace(":", "\\x3a") + "'";
        return text.contains(COUNTER)
                ? "(" + escaped.replace(COUNTER, "' || lpad(:n::text, 12, '0') || E'") + ")" + type
                : escaped;
    }

    @Override
    public String toString() {
        return script + "\\endif\n";
    }
}
