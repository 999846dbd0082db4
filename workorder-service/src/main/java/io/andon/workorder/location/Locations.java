package io.andon.workorder.location;

import io.andon.events.MasterDataEvent;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks locations up, and creates them. */
@ApplicationScoped
public class Locations {

    /** @throws LocationNotFound if the tenant lacks one of {@code ids} */
    public void requireAll(TenantTransaction tx, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Set<UUID> missing = new HashSet<>(ids);
        tx.handle()
                .createQuery("select id from location where tenant_id = :tenant and id = any(:ids)")
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, missing)
                .map((rs, context) -> rs.getObject("id", UUID.class))
                .forEach(missing::remove);
        ids.stream().filter(missing::contains).findFirst().ifPresent(id -> {
            throw new LocationNotFound(id);
        });
    }

    /** @throws LocationNotFound if the tenant has no such location */
    Location require(TenantTransaction tx, UUID id) {
        return tx.handle()
                .createQuery("select * from location where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .map((rs, context) -> read(rs))
                .findOne()
                .orElseThrow(() -> new LocationNotFound(id));
    }

    List<Location> list(TenantTransaction tx, @Nullable String afterCode, int limit) {
        return tx.handle()
                .createQuery(
                        """
                        select * from location
                        where tenant_id = :tenant and (:after::text is null or code > :after)
                        order by code
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("after", afterCode)
                .bind("limit", limit)
                .map((rs, context) -> read(rs))
                .list();
    }

    /** @throws LocationCodeTaken if another location has it */
    Location create(TenantTransaction tx, NewLocation wanted) {
        Location location = tx.handle()
                .createQuery(
                        """
                        insert into location (tenant_id, id, code, name, role, created_at)
                        values (:tenant, :id, :code, :name, :role, :now)
                        on conflict (tenant_id, code) do nothing
                        returning *
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", Ids.next())
                .bind("code", wanted.code())
                .bind("name", wanted.name())
                .bind("role", wanted.role())
                .bind("now", tx.now())
                .map((rs, context) -> read(rs))
                .findOne()
                .orElseThrow(() -> new LocationCodeTaken(wanted.code()));
        tx.publish(
                new MasterDataEvent.LocationUpserted(location.id(), location.code(), location.name(), location.role()));
        return location;
    }

    private static Location read(ResultSet rs) throws SQLException {
        return new Location(
                rs.getObject("id", UUID.class),
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("role"),
                rs.getTimestamp("created_at").toInstant());
    }
}
