package io.andon.workorder.overview;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How much of an item was made. */
record SkuQuantity(UUID itemId, String sku, String name, String uom, BigDecimal quantity) {

    static SkuQuantity read(ResultSet rs) throws SQLException {
        return new SkuQuantity(
                rs.getObject("item_id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                rs.getString("uom"),
                rs.getBigDecimal("quantity"));
    }
}
