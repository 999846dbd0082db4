package io.andon.workorder.bom;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code bom} and {@code bom_line}: inserted into, never changed. */
@ApplicationScoped
public class Boms {

    private static final String INSERT =
            """
            with head as (
                insert into bom (tenant_id, id, output_item_id, version, output_quantity, output_uom,
                    created_at, created_by)
                values (:tenant, :id, :item, :version, :quantity, :uom, :now, :person))
            insert into bom_line (tenant_id, bom_id, line_no, component_item_id, quantity, uom, scrap_factor)
            select :tenant, :id, l.*
            from unnest(:lineNos, :components, :quantities, :uoms, :scrapFactors) as l
            """;

    /** The bill of that id, if the tenant has it. */
    public Optional<Bom> find(TenantTransaction tx, UUID id) {
        List<Bom> found = tx.handle()
                .createQuery("select * from bom where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .map((rs, context) -> head(rs))
                .list();
        return withLines(tx, found).stream().findFirst();
    }

    /** @throws BomNotFound if the tenant has no such bill */
    Bom require(TenantTransaction tx, UUID id) {
        return find(tx, id).orElseThrow(() -> new BomNotFound(id));
    }

    /** The item's bills, the newest version first. */
    List<Bom> list(TenantTransaction tx, UUID outputItemId, @Nullable Integer below, int limit) {
        List<Bom> found = tx.handle()
                .createQuery(
                        """
                        select * from bom
                        where tenant_id = :tenant and output_item_id = :item
                          and (:below::int is null or version < :below::int)
                        order by version desc
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("item", outputItemId)
                .bind("below", below)
                .bind("limit", limit)
                .map((rs, context) -> head(rs))
                .list();
        return withLines(tx, found);
    }

    /**
     * Locks the item, so that of two new bills at once each gets a version of its own. The version is another statement,
     * because only that sees what was committed while this one waited.
     */
    int nextVersion(TenantTransaction tx, UUID outputItemId) {
        tx.handle()
                .createQuery("select id from item where tenant_id = :tenant and id = :item for no key update")
                .bind("tenant", tx.tenant().value())
                .bind("item", outputItemId)
                .mapTo(UUID.class)
                .one();
        return tx.handle()
                .createQuery(
                        """
                        select coalesce(max(version), 0) + 1 from bom
                        where tenant_id = :tenant and output_item_id = :item
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("item", outputItemId)
                .mapTo(Integer.class)
                .one();
    }

    void insert(TenantTransaction tx, Bom bom) {
        Update insert = tx.handle()
                .createUpdate(INSERT)
                .bind("tenant", tx.tenant().value())
                .bind("id", bom.id())
                .bind("item", bom.outputItemId())
                .bind("version", bom.version())
                .bind("quantity", bom.outputQuantity())
                .bind("uom", bom.outputUom())
                .bind("now", bom.createdAt())
                .bind("person", bom.createdBy());
        Columns.of(bom.lines(), insert)
                .bind("lineNos", Integer.class, BomLine::lineNo)
                .bind("components", UUID.class, BomLine::componentItemId)
                .bind("quantities", BigDecimal.class, BomLine::quantity)
                .bind("uoms", String.class, BomLine::uom)
                .bind("scrapFactors", BigDecimal.class, BomLine::scrapFactor);
        insert.execute();
    }

    private static List<Bom> withLines(TenantTransaction tx, List<Bom> heads) {
        Map<UUID, List<BomLine>> lines = tx.handle()
                .createQuery(
                        """
                        select * from bom_line
                        where tenant_id = :tenant and bom_id = any(:ids)
                        order by bom_id, line_no
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, heads.stream().map(Bom::id).toList())
                .map((rs, context) -> Map.entry(rs.getObject("bom_id", UUID.class), line(rs)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return heads.stream()
                .map(head -> head.with(lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Bom head(ResultSet rs) throws SQLException {
        return new Bom(
                rs.getObject("id", UUID.class),
                rs.getObject("output_item_id", UUID.class),
                rs.getInt("version"),
                rs.getBigDecimal("output_quantity"),
                rs.getString("output_uom"),
                List.of(),
                rs.getTimestamp("created_at").toInstant(),
                rs.getString("created_by"));
    }

    private static BomLine line(ResultSet rs) throws SQLException {
        return new BomLine(
                rs.getInt("line_no"),
                rs.getObject("component_item_id", UUID.class),
                rs.getBigDecimal("quantity"),
                rs.getString("uom"),
                rs.getBigDecimal("scrap_factor"));
    }
}
