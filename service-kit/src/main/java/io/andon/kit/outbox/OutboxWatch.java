package io.andon.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * What waits in the outbox, for Prometheus. Every replica looks, also while its relay stands by or is stuck: that is
 * when the figures matter. The scheduler's thread looks, any thread reads.
 */
@ApplicationScoped
class OutboxWatch {

    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);

    /** Rows that are counted at most: past that the exact number tells nobody more. */
    private static final int COUNTED = 100_000;

    private record Seen(long backlog, double ageSeconds, long setAside, long bytes) {}

    private final Jdbi jdbi;
    private volatile Seen seen = new Seen(0, 0, 0, 0);

    OutboxWatch(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        Gauge.builder("andon_outbox_backlog", () -> seen.backlog())
                .description("Events that wait to be sent, counted up to " + COUNTED)
                .register(registry);
        Gauge.builder("andon_outbox_oldest_age", () -> seen.ageSeconds())
                .description("How long the first of them has been waiting")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("andon_outbox_set_aside", () -> seen.setAside())
                .description("Events that were set aside, or wait behind one that was")
                .register(registry);
        Gauge.builder("andon_outbox_table_size", () -> seen.bytes())
                .description("What the outbox takes on disk, indexes included")
                .baseUnit("bytes")
                .register(registry);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            seen = jdbi.withHandle(handle -> handle.createQuery(
                            """
                            select (select count(*) from (select from outbox limit :counted) waiting) as backlog,
                                   coalesce((select extract(epoch from now() - recorded_at)::float8
                                             from outbox order by seq limit 1), 0) as age,
                                   (select count(*) from outbox_refused) as set_aside,
                                   pg_total_relation_size('outbox') as bytes
                            """)
                    .bind("counted", COUNTED)
                    .map((rs, context) -> new Seen(
                            rs.getLong("backlog"), rs.getDouble("age"), rs.getLong("set_aside"), rs.getLong("bytes")))
                    .one());
        } catch (JdbiException away) {
            LOG.debug("the outbox cannot be looked at", away);
        }
    }
}
