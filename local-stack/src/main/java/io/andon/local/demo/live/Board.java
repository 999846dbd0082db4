package io.andon.local.demo.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.local.demo.api.TenantApi;
import io.andon.local.demo.company.Company;
import io.andon.local.demo.company.Good;
import io.andon.local.demo.history.Ids;
import io.andon.local.demo.history.MasterData;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a company's people see: goods, places, stock and open orders, as they are now. */
final class Board {

    private final TenantApi api;
    private final Ids ids = new Ids();

    Board(TenantApi api) {
        this.api = api;
        rows("/items?limit=200")
                .forEach(item -> ids.learn(MasterData.NewItem.keyOf(text(item, "sku")), text(item, "id")));
        rows("/locations?limit=200")
                .forEach(place -> ids.learn(MasterData.NewPlace.keyOf(text(place, "code")), text(place, "id")));
    }

    Ids ids() {
        return ids;
    }

    /** Looks up the recipe of {@code good}, so that an order can be planned by it. */
    void learnRecipe(Good good) {
        rows("/items/" + ids.of(MasterData.NewItem.keyOf(good.sku())) + "/boms")
                .findFirst()
                .ifPresent(bom -> ids.learn(MasterData.NewRecipe.keyOf(good.sku()), text(bom, "id")));
    }

    /** Orders in a status that are not overdue: what is late stays to be found. */
    List<OpenOrder> orders(String status) {
        return rows("/work-orders?limit=200&overdue=false&status=" + status)
                .map(OpenOrder::of)
                .toList();
    }

    boolean makes(OpenOrder order, Good good) {
        return order.itemId().equals(ids.of(MasterData.NewItem.keyOf(good.sku())));
    }

    /** What there is of a good where it belongs, of all lots. */
    BigDecimal stock(Good good) {
        String item = ids.of(MasterData.NewItem.keyOf(good.sku()));
        String place = ids.of(MasterData.NewPlace.keyOf(good.place()));
        return rows("/inventory/balances?limit=200&itemId=" + item + "&locationId=" + place)
                .map(balance -> balance.path("quantity").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether there is enough to make {@code quantity} of {@code good}. */
    boolean hasMaterial(Company company, Good good, BigDecimal quantity) {
        return good.ingredients(quantity).entrySet().stream()
                .allMatch(needed -> stock(company.good(needed.getKey())).compareTo(needed.getValue()) >= 0);
    }

    private Stream<JsonNode> rows(String path) {
        return StreamSupport.stream(api.get(path).path("data").spliterator(), false);
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText();
    }
}
