package io.andon.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out the POST of this request in one transaction of the caller's tenant, once per {@code Idempotency-Key}. */
@RequestScoped
public class IdempotentPost {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final Attempt attempt;

    IdempotentPost(
            TenantContext caller,
            TenantTransactions transactions,
            IdempotencyKeys keys,
            ObjectMapper json,
            Attempt attempt) {
        this.caller = caller;
        this.transactions = transactions;
        this.keys = keys;
        this.json = json;
        this.attempt = attempt;
    }

    /** Answers 201 with what {@code command} returns. */
    public Response created(Object body, Function<TenantTransaction, ?> command) {
        return answer(Response.Status.CREATED, body, command);
    }

    /** Answers 200 with what {@code command} returns. */
    public Response ok(Object body, Function<TenantTransaction, ?> command) {
        return answer(Response.Status.OK, body, command);
    }

    /** Answers 202 with what {@code command} returns. */
    public Response accepted(Object body, Function<TenantTransaction, ?> command) {
        return answer(Response.Status.ACCEPTED, body, command);
    }

    private Response answer(Response.Status status, Object body, Function<TenantTransaction, ?> command) {
        @Nullable String key = attempt.key();
        StoredAnswer answer = transactions.call(
                caller.tenant(),
                tx -> key == null ? run(tx, status, command) : runOnce(tx, key, hash(body), status, command));
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.json())
                .build();
    }

    private StoredAnswer runOnce(
            TenantTransaction tx,
            String key,
            byte[] hash,
            Response.Status status,
            Function<TenantTransaction, ?> command) {
        return keys.claim(tx, key, hash).orElseGet(() -> {
            StoredAnswer answer = run(tx, status, command);
            keys.store(tx, key, answer);
            return answer;
        });
    }

    private StoredAnswer run(TenantTransaction tx, Response.Status status, Function<TenantTransaction, ?> command) {
        return new StoredAnswer(status.getStatusCode(), write(command.apply(tx)));
    }

    private byte[] hash(Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(attempt.path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(write(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JVM has SHA-256", missing);
        }
    }

    private byte[] write(@Nullable Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
