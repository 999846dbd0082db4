package io.andon.kit;

import io.andon.events.WorkOrderEvent;
import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.problem.Failure;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource in the shape of the services' own, so that the kit is tested as they use it. */
@Path("/notes")
public class NoteResource {

    record NewNote(
            @NotBlank String text,
            @Positive @Digits(integer = 12, fraction = 6) @Nullable BigDecimal amount,
            @Nullable List<@Valid Line> lines) {}

    record Line(@NotNull UUID itemId) {}

    record Note(UUID id, String text) {}

    static final class NoteNotFound extends Failure {
        NoteNotFound(UUID id) {
            super(Category.NOT_FOUND, "NOTE_NOT_FOUND", "No such note", "There is no note " + id + ".");
        }
    }

    private final IdempotentPost post;
    private final TenantContext caller;
    private final TenantTransactions transactions;

    NoteResource(IdempotentPost post, TenantContext caller, TenantTransactions transactions) {
        this.post = post;
        this.caller = caller;
        this.transactions = transactions;
    }

    @POST
    @RolesAllowed("operator")
    public Response create(@Valid @NotNull NewNote note) {
        return post.created(note, tx -> {
            UUID id = Ids.next();
            tx.handle()
                    .createUpdate("insert into note (tenant_id, id, text, edits) values (:tenant, :id, :text, 0)")
                    .bind("tenant", tx.tenant().value())
                    .bind("id", id)
                    .bind("text", note.text())
                    .execute();
            tx.publish(new WorkOrderEvent.Changed(id, "created"));
            return new Note(id, note.text());
        });
    }

    @GET
    @RolesAllowed("viewer")
    public Page<Note> list(@BeanParam @Valid PageRequest page) {
        List<Note> notes = transactions.call(caller.tenant(), tx -> tx.handle()
                .createQuery(
                        """
                        select id, text from note
                        where tenant_id = :tenant and id::text > :after
                        order by id::text
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("after", page.after().orElse(""))
                .bind("limit", page.limit() + 1)
                .map((rs, context) -> new Note(rs.getObject("id", UUID.class), rs.getString("text")))
                .list());
        return PageRequest.page(notes, page.limit(), note -> note.id().toString());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    public Note get(@PathParam("id") UUID id) {
        throw new NoteNotFound(id);
    }

    /** Forgets the tenant in its query, as a developer in a hurry may. */
    @GET
    @Path("/forgetful")
    @RolesAllowed("viewer")
    public List<String> forgetful() {
        return transactions.call(caller.tenant(), tx -> tx.handle()
                .createQuery("select text from note")
                .mapTo(String.class)
                .list());
    }

    @GET
    @Path("/broken")
    @RolesAllowed("viewer")
    public String broken() {
        throw new IllegalStateException("secret of the house");
    }
}
