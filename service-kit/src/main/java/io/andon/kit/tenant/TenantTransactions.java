package io.andon.kit.tenant;

import io.andon.events.TenantId;
import io.andon.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Opens, commits and, where PostgreSQL asks for it, repeats the transactions of a tenant. Safe for all threads. */
@ApplicationScoped
public class TenantTransactions {

    private static final int ATTEMPTS = 5;

    /** {@code serialization_failure} and {@code deadlock_detected}: the same work may well succeed a second time. */
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Clock clock;

    TenantTransactions(Jdbi jdbi, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Runs {@code work} in a transaction of {@code tenant} and commits it; whatever {@code work} throws rolls it back.
     *
     * @param work touches nothing but its transaction, because it runs again after a deadlock
     */
    public <T> T call(TenantId tenant, Function<TenantTransaction, T> work) {
        return call(handle -> bindTenant(handle, tenant), tenant, work);
    }

    /**
     * As {@link #call}, but all statements of {@code work} see the database as the first one does; what others commit
     * meanwhile they do not see.
     */
    public <T> T callOnSnapshot(TenantId tenant, Function<TenantTransaction, T> work) {
        return call(
                handle -> {
                    handle.execute("set transaction isolation level repeatable read");
                    bindTenant(handle, tenant);
                },
                tenant,
                work);
    }

    private <T> T call(Consumer<Handle> begin, TenantId tenant, Function<TenantTransaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(begin, tenant, work);
            } catch (JdbiException failed) {
                if (attempt == ATTEMPTS || !isWorthRepeating(failed)) {
                    throw failed;
                }
            }
        }
    }

    /** As {@link #call}, for work without a result. */
    public void run(TenantId tenant, Consumer<TenantTransaction> work) {
        call(tenant, tx -> {
            work.accept(tx);
            return tenant;
        });
    }

    private <T> T once(Consumer<Handle> begin, TenantId tenant, Function<TenantTransaction, T> work) {
        boolean[] published = {false};
        T result = jdbi.inTransaction(handle -> {
            begin.accept(handle);
            TenantTransaction tx = new TenantTransaction(handle, tenant, clock.instant());
            T made = work.apply(tx);
            outbox.append(handle, tenant, tx.now(), tx.published());
            published[0] = !tx.published().isEmpty();
            return made;
        });
        if (published[0]) {
            outbox.announceCommit();
        }
        return result;
    }

    /** The setting lasts as long as the transaction, so a pooled connection never carries it to the next caller. */
    private static void bindTenant(Handle handle, TenantId tenant) {
        handle.createQuery("select set_config('andon.tenant_id', :tenant, true)")
                .bind("tenant", tenant.value())
                .mapTo(String.class)
                .one();
    }

    private static boolean isWorthRepeating(JdbiException failed) {
        return failed.getCause() instanceof SQLException sql && WORTH_REPEATING.contains(sql.getSQLState());
    }
}
