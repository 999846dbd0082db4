package io.andon.workorder.operations;

import io.andon.backends.Database;
import io.andon.workorder.Factory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One of everything that a tenant can have, and what the database holds of that tenant. */
record Belongings(
        String tenant,
        String item,
        String location,
        String bom,
        String order,
        String issue,
        String completion,
        String refusedEvent) {

    static Belongings of(Factory factory, Database database) throws SQLException {
        String item = factory.item("finished");
        String part = factory.item("raw");
        String location = factory.location();
        factory.stock(item, location, 100);
        String bom = factory.bom(item, 1, List.of(Factory.component(part, 1, 0)))
                .expect(201)
                .id();
        String order = factory.releasedOrder(item, 10);
        return new Belongings(
                factory.tenant(),
                item,
                location,
                bom,
                order,
                factory.draftIssue(order, item, location, 1).expect(201).id(),
                factory.complete(order, item, location, 2).expect(200).id(),
                refusedEvent(factory.tenant(), database));
    }

    private static String refusedEvent(String tenant, Database database) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = database.connectAsSuperuser("workorder");
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into outbox_refused
                            (seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data, reason)
                        values (-(random() * 1e15)::bigint, ?::uuid, ?, 'workorder.events', ?, 'workorder:changed', 'work-order/x', now(),
                                '{}', 'too large')
                        """)) {
            insert.setString(1, id);
            insert.setString(2, tenant);
            insert.setString(3, tenant);
            insert.executeUpdate();
        }
        return id;
    }

    List<String> ids() {
        return List.of(item, location, bom, order, issue, completion, refusedEvent);
    }

    /** The path of an operation with these ids in it. */
    String path(Operation operation) {
        String path = operation
                .path()
                .replace("/items/{id}", "/items/" + item)
                .replace("/locations/{id}", "/locations/" + location)
                .replace("/boms/{id}", "/boms/" + bom)
                .replace("/work-orders/{id}", "/work-orders/" + order)
                .replace("{issueId}", issue)
                .replace("{completionId}", completion)
                .replace("{eventId}", refusedEvent);
        if (path.contains("{")) {
            throw new AssertionError("which id belongs into " + path + "?");
        }
        List<String> parameters = new ArrayList<>();
        for (String name : operation.idParameters()) {
            parameters.add(name + "=" + (name.equals("locationId") ? location : item));
        }
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** A body with these ids in place of the document's, and a code that nothing else has. */
    String body(String example) {
        return example.replaceAll("(\"(sku|code)\" *: *)\"[^\"]+\"", "$1\"" + UUID.randomUUID() + '"')
                .replaceAll("(?i)(\"\\w*itemId\" *: *)\"[^\"]+\"", "$1\"" + item + '"')
                .replaceAll("(?i)(\"\\w*locationId\" *: *)\"[^\"]+\"", "$1\"" + location + '"')
                .replaceAll("(\"bomId\" *: *)\"[^\"]+\"", "$1\"" + bom + '"');
    }

    /** A fingerprint of each table's rows of this tenant; not of the outbox, which the relay empties. */
    Map<String, String> fingerprints(Database database) throws SQLException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Connection connection = database.connectAsSuperuser("workorder")) {
            for (String table : tables(connection)) {
                try (PreparedStatement query = connection.prepareStatement(
                        "select count(*) || ' ' || coalesce(md5(string_agg(rows::text, ',' order by rows::text)), '') from "
                                + table + " rows where tenant_id = ?")) {
                    query.setString(1, tenant);
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        fingerprints.put(table, row.getString(1));
                    }
                }
            }
        }
        return fingerprints;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'tenant_id' and table_name <> 'outbox'
                        """);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
