package io.andon.local.e2e;

/**
 * Something to produce in: flour that becomes bread, with plenty of flour in stock and a released order for more bread
 * than a test will make.
 */
record Workshop(Tenant tenant, String flour, String bread, String store, String shelf, String order) {

    static Workshop setUp(Tenant tenant) {
        Api planner = tenant.as("planner");
        String flour = planner.post(
                        "/items",
                        """
                        {"sku": "FLOUR", "name": "Flour", "type": "raw", "baseUom": "kg", "standardCost": 0.5, "currency": "EUR"}""")
                .expect(201)
                .text("id");
        String bread = planner.post(
                        "/items",
                        """
                        {"sku": "BREAD", "name": "Bread", "type": "finished", "baseUom": "pcs", "standardCost": 2, "currency": "EUR"}""")
                .expect(201)
                .text("id");
        String store = planner.post("/locations", "{\"code\": \"STORE\", \"name\": \"Store\"}")
                .expect(201)
                .text("id");
        String shelf = planner.post("/locations", "{\"code\": \"SHELF\", \"name\": \"Shelf\"}")
                .expect(201)
                .text("id");
        Workshop workshop = new Workshop(tenant, flour, bread, store, shelf, order(planner, bread));
        // A stream that a test opens later must not begin with what the setting up caused.
        try (EventStream stream = tenant.subscribe()) {
            workshop.move("OPENING", flour, store, 1_000_000).expect(201);
            stream.await("inventory.changed", frame -> frame.event().equals("inventory.changed"));
        }
        return workshop;
    }

    private static String order(Api planner, String bread) {
        String order = planner.post(
                        "/work-orders", "{\"outputItemId\": \"%s\", \"quantityPlanned\": 1000000}".formatted(bread))
                .expect(201)
                .text("id");
        planner.post("/work-orders/" + order + "/release", "{}").expect(200);
        return order;
    }

    Answer move(String type, String item, String location, int quantity) {
        return tenant.as("operator")
                .post(
                        "/inventory/movements",
                        """
                        {"movementType": "%s", "occurredAt": "2026-01-05T08:00:00Z",
                         "lines": [{"itemId": "%s", "locationId": "%s", "qtyDelta": %d}]}"""
                                .formatted(type, item, location, quantity));
    }

    /** Makes {@code loaves} of bread from as much flour, in one batch. */
    Answer bake(int loaves) {
        return bake(tenant.as("operator"), loaves);
    }

    Answer bake(Api api, int loaves) {
        return api.post("/work-orders/" + order + "/record-batch", batch(loaves));
    }

    String batch(int loaves) {
        return """
                {"consumeLines": [{"componentItemId": "%s", "fromLocationId": "%s", "quantity": %d}],
                 "produceLines": [{"outputItemId": "%s", "toLocationId": "%s", "quantity": %d}]}"""
                .formatted(flour, store, loaves, bread, shelf, loaves);
    }

    /** Reports {@code loaves} as made, by a draft that is posted; answers what the posting answered. */
    Answer complete(int loaves) {
        Api operator = tenant.as("operator");
        String path = "/work-orders/" + order + "/completions";
        String completion = operator.post(
                        path,
                        """
                        {"lines": [{"outputItemId": "%s", "toLocationId": "%s", "quantityCompleted": %d}]}"""
                                .formatted(bread, shelf, loaves))
                .expect(201)
                .text("id");
        return operator.post(path + "/" + completion + "/post", "{}");
    }

    int quantityCompleted() {
        return tenant.as("viewer")
                .get("/work-orders/" + order)
                .expect(200)
                .json()
                .path("quantityCompleted")
                .asInt();
    }
}
