package io.andon.kit.idempotency;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The answers given so far, per tenant and key. A second request with a key waits on the first one's row until that
 * commits or rolls back, so that of two at once only one does the work.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration RETENTION = Duration.ofDays(2);

    /** One claim in this many also clears the tenant's expired keys. */
    private static final int CLEAR_EVERY = 200;

    private final AtomicLong claims = new AtomicLong();

    /**
     * Takes {@code key} for this transaction, or returns the answer of the one that took it before.
     *
     * @throws IdempotencyKeyReused if it was taken for a request with another hash
     */
    Optional<StoredAnswer> claim(TenantTransaction tx, String key, byte[] requestHash) {
        clearExpiredNowAndThen(tx);
        int inserted = tx.handle()
                .createUpdate(
                        """
                        insert into idempotency_key (tenant_id, key, request_hash, status, answer, created_at)
                        values (:tenant, :key, :hash, 0, '', :now)
                        on conflict (tenant_id, key) do nothing
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("key", key)
                .bind("hash", requestHash)
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
        return inserted == 1 ? Optional.empty() : Optional.of(stored(tx, key, requestHash));
    }

    void store(TenantTransaction tx, String key, StoredAnswer answer) {
        tx.handle()
                .createUpdate(
                        """
                        update idempotency_key set status = :status, answer = :answer
                        where tenant_id = :tenant and key = :key
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("key", key)
                .bind("status", answer.status())
                .bind("answer", answer.json())
                .execute();
    }

    private static StoredAnswer stored(TenantTransaction tx, String key, byte[] requestHash) {
        return tx.handle()
                .createQuery(
                        """
                        select request_hash, status, answer from idempotency_key
                        where tenant_id = :tenant and key = :key
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("key", key)
                .map((rs, context) -> {
                    if (!Arrays.equals(rs.getBytes("request_hash"), requestHash)) {
                        throw new IdempotencyKeyReused();
                    }
                    return new StoredAnswer(rs.getInt("status"), rs.getBytes("answer"));
                })
                .one();
    }

    private void clearExpiredNowAndThen(TenantTransaction tx) {
        if (claims.incrementAndGet() % CLEAR_EVERY == 0) {
            tx.handle()
                    .createUpdate("delete from idempotency_key where tenant_id = :tenant and created_at < :oldest")
                    .bind("tenant", tx.tenant().value())
                    .bind("oldest", tx.now().minus(RETENTION).atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }
}
