package io.andon.workorder.replicas;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Posts, voids, batches and moves at random, as often as the gate lets it, until it is over. Used by one thread. */
final class Client implements Runnable {

    private final Shop shop;
    private final Random random;
    private final Caller caller;
    private final Gate gate;
    private final BooleanSupplier over;

    Client(Plant plant, Shop shop, Random random, Gate gate, BooleanSupplier over) {
        this.shop = shop;
        this.gate = gate;
        this.random = random;
        this.caller = new Caller(plant, shop, random);
        this.over = over;
    }

    @Override
    public void run() {
        while (!over.getAsBoolean()) {
            gate.pass();
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> recordBatch();
                case 3 -> complete();
                case 4 -> issue();
                case 5 -> undo();
                case 6 -> transfer();
                case 7 -> move();
                default -> scrap();
            }
        }
    }

    private void recordBatch() {
        String order = order();
        Map<String, Object> body = new HashMap<>(batch(
                List.of(consume(raw(), place(), few()), consume(raw(), place(), few())),
                List.of(produce(shop.bread(), place(), few()))));
        boolean overdraws = random.nextInt(4) == 0;
        if (overdraws) {
            body.put("consumeLines", List.of(consume(shop.loose(), place(), few())));
            body.put("allowNegative", true);
            body.put("reason", "delivery not booked yet");
        }
        var reply = caller.post(overdraws ? "planner" : "operator", order + "/record-batch", body);
        if (reply.isDone()) {
            shop.postings().add(order + "/completions/" + reply.at("batchId"));
        }
    }

    private void complete() {
        String path = order() + "/completions";
        var lines = List.of(Map.of("outputItemId", shop.bread(), "toLocationId", place(), "quantityCompleted", few()));
        String completion = path + "/"
                + caller.post("operator", path, Map.of("lines", lines)).at("id");
        if (caller.post("operator", completion + "/post", Map.of()).isDone()) {
            shop.postings().add(completion);
        }
    }

    private void issue() {
        String path = order() + "/issues";
        var lines = List.of(Map.of("componentItemId", raw(), "fromLocationId", place(), "quantityIssued", few()));
        String issue = caller.post("operator", path, Map.of("lines", lines)).at("id");
        caller.post("operator", path + "/" + issue + "/post", Map.of());
    }

    /** Two clients may well choose the same one. */
    private void undo() {
        String posting =
                random.nextBoolean() ? shop.postings().peek() : shop.postings().poll();
        if (posting != null) {
            caller.post("operator", posting + "/void", Map.of());
        }
    }

    private void transfer() {
        String item = raw();
        int quantity = few();
        movement(
                "TRANSFER",
                List.of(
                        shop.factory().line(item, shop.places().get(0), -quantity),
                        shop.factory().line(item, shop.places().get(1), quantity)));
    }

    private void move() {
        boolean in = random.nextInt(3) > 0;
        movement(
                in ? "RECEIPT" : "SHIPMENT",
                List.of(shop.factory().line(in ? raw() : shop.bread(), place(), in ? 2 * few() : -few())));
    }

    private void movement(String type, List<Map<String, Object>> lines) {
        caller.post("operator", "/inventory/movements", Map.of("movementType", type, "lines", lines));
    }

    private void scrap() {
        caller.post("operator", order() + "/scrap", Map.of("quantityScrapped", few()));
    }

    private String order() {
        return "/work-orders/" + any(shop.orders());
    }

    private String raw() {
        return any(shop.raw());
    }

    private String place() {
        return any(shop.places());
    }

    private int few() {
        return 1 + random.nextInt(5);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
