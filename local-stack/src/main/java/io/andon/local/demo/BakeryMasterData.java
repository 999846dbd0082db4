package io.andon.local.demo;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ids that the service gave to the bakery's items and locations. */
record BakeryMasterData(Map<Goods, String> items, Map<Goods.Place, String> locations) {

    BakeryMasterData {
        items = Map.copyOf(items);
        locations = Map.copyOf(locations);
    }

    static BakeryMasterData create(DemoApi api) {
        api.put(BakeryFloor.PLANNER, "/tenant-settings", Map.of("zone", BakeryHistory.ZONE.getId(), "currency", "EUR"));
        Map<Goods.Place, String> locations = new EnumMap<>(Goods.Place.class);
        for (Goods.Place place : Goods.Place.values()) {
            Map<String, Object> body = Map.of("code", place.code(), "name", place.label());
            locations.put(place, id(api, "/locations", "demo-location-" + place.code(), body));
        }
        Map<Goods, String> items = new EnumMap<>(Goods.class);
        for (Goods goods : Goods.values()) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("sku", goods.name());
            body.put("name", goods.label());
            body.put("type", Goods.RAW.contains(goods) ? "raw" : "finished");
            body.put("baseUom", goods.uom());
            body.put("standardCost", goods.cost());
            body.put("currency", "EUR");
            items.put(goods, id(api, "/items", "demo-item-" + goods.name(), body));
        }
        return new BakeryMasterData(items, locations);
    }

    private static String id(DemoApi api, String path, String key, Map<String, Object> body) {
        return api.post(BakeryFloor.PLANNER, path, key, body).path("id").asText();
    }

    String item(Goods goods) {
        return items.getOrDefault(goods, "");
    }

    String location(Goods goods) {
        return locations.getOrDefault(goods.place(), "");
    }
}
