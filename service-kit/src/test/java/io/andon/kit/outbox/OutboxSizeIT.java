package io.andon.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.kit.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** How many events pass is {@code -Dandon.load.events}; the table must not keep room for all of them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxSizeIT {

    private static final Logger LOG = Logger.getLogger(OutboxSizeIT.class);
    private static final int EVENTS = Integer.getInteger("andon.load.events", 60_000);
    private static final int AT_ONCE = 10_000;

    /** The room of what waits at once and of what was deleted since the last clearing, twice. */
    private static final long LIMIT = 2L * 30_000 * 700;

    @Inject
    Jdbi jdbi;

    @Test
    void keepsNoRoomForEventsThatHavePassed() {
        long before = size();

        for (int sent = 0; sent < EVENTS; sent += AT_ONCE) {
            insert(AT_ONCE);
            await().atMost(PublishedEvents.CEILING).until(() -> number("select count(*) from outbox") == 0);
        }

        LOG.infof("outbox: %d bytes before, %d bytes after %d events", before, size(), EVENTS);
        assertThat(size()).isLessThan(LIMIT);
    }

    private void insert(int events) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into outbox (event_id, tenant_id, topic, key, type, subject, recorded_at, data)
                        select gen_random_uuid(), 't-' || n % 50, 'workorder.events', 't-' || n % 50,
                               'workorder:changed', 'work-order/' || gen_random_uuid(), now(),
                               convert_to('{"workOrderId":"' || gen_random_uuid() || '","status":"released"}', 'UTF8')
                        from generate_series(1, :events) as numbers (n)
                        """)
                .bind("events", events)
                .execute());
    }

    private long size() {
        return number("select pg_total_relation_size('outbox')");
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
