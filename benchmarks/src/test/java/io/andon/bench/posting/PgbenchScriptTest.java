package io.andon.bench.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.bench.server.RecordedStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgbenchScriptTest {

    private static final String LOG =
            """
            2026-11-24 20:38:05 UTC [1] LOG:  database system is ready to accept connections
            @@7 LOG:  statement: BEGIN
            @@7 LOG:  execute <unnamed>: insert into key (key, at)
            \t  values ($1, $2)
            @@9 LOG:  statement: BEGIN
            @@7 DETAIL:  Parameters: $1 = 'k-1', $2 = '2026-11-24 20:38:00+00'
            @@9 LOG:  execute S_4: select 1
            @@7 LOG:  execute S_3: insert into made values ($1, $2::uuid[], $3)
            @@7 DETAIL:  Parameters: $1 = '01a20f46-9805-7690-a871-83f0f0d3c88e', $2 = '{01a20f46-0000-7690-a871-83f0f0d3c88e}', $3 = NULL
            @@7 LOG:  execute S_1: COMMIT
            @@7 LOG:  statement: BEGIN
            @@7 LOG:  execute <unnamed>: insert into key (key, at)
            \t  values ($1, $2)
            @@7 DETAIL:  Parameters: $1 = 'k-2', $2 = '2026-11-24 20:39:00+00'
            @@7 LOG:  execute S_3: insert into made values ($1, $2::uuid[], $3)
            @@7 DETAIL:  Parameters: $1 = '01a20f46-ffff-7690-a871-83f0f0d3c88e', $2 = '{01a20f46-0000-7690-a871-83f0f0d3c88e}', $3 = 'it''s a \\ and:more'
            @@7 LOG:  execute S_1: COMMIT
            """;

    @Test
    void findsTheTransactionsOfEachSession() {
        // When
        List<List<RecordedStatement>> transactions = RecordedStatement.transactions(LOG);

        // Then
        assertThat(transactions).hasSize(2).allSatisfy(transaction -> assertThat(transaction)
                .hasSize(4));
        assertThat(transactions.get(0).get(1).parameters()).containsEntry(1, "'k-1'");
    }

    @Test
    void keepsEverythingButWhatIsNewInEveryTransaction() {
        // Given
        List<List<RecordedStatement>> transactions = RecordedStatement.transactions(LOG);
        PgbenchScript script = new PgbenchScript();

        // When
        script.add(transactions.get(0), transactions.get(1), "k-2");

        // Then
        String n = "' || lpad(:n::text, 12, '0') || E'";
        assertThat(script.toString().lines())
                .containsExactly(
                        "\\set n :n + 1",
                        "\\if :client_id = 0",
                        "\\startpipeline",
                        "BEGIN;",
                        "insert into key (key, at) values ((E'bench-0-" + n + "'), E'2026-11-24 20\\x3a39\\x3a00+00');",
                        "\\endpipeline",
                        "insert into made values ((E'00000000-0000-7000-8000-" + n + "')::uuid,"
                                + " E'{01a20f46-0000-7690-a871-83f0f0d3c88e}'::uuid[], E'it''s a \\\\ and\\x3amore');",
                        "COMMIT;",
                        "\\endif");
    }
}
