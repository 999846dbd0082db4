package io.andon.kit.outbox;

import static org.awaitility.Awaitility.await;

import org.jdbi.v3.core.Jdbi;

/** The active relay's connection to the database. */
final class RelayConnection {

    private RelayConnection() {}

    /** Cuts it while, or after, it reads the outbox; between two reads it is not told from the others. */
    static void cut(Jdbi jdbi) {
        await().atMost(PublishedEvents.CEILING).until(() -> cutWhatReads(jdbi) == 1);
    }

    /** Not a connection whose last statement was this one: it names the same column. */
    private static int cutWhatReads(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                          and query like '%behind_refused%' and query not like '%pg_stat_activity%'
                        """)
                .mapTo(Integer.class)
                .one());
    }
}
