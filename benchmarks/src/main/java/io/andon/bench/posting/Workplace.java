package io.andon.bench.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where one client posts: an order of its own, which takes three materials and makes one item, at a place of its own.
 *
 * @param path of the postings
 * @param body of each posting: three lines consumed, one produced
 */
public record Workplace(int number, String path, String body) {

    private static final int MATERIALS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sets {@code count} of them up, with more stock and a larger plan than a benchmark uses. */
    static List<Workplace> open(PlainHttp planner, int count) {
        return IntStream.range(0, count).mapToObj(i -> setUp(planner, i)).toList();
    }

    private static Workplace setUp(PlainHttp planner, int number) {
        Setup setup = new Setup(planner, number);
        String place = setup.create("/locations", Map.of("code", "P" + number, "name", "Place " + number));
        String made = setup.item("finished", MATERIALS);
        List<String> materials = IntStream.range(0, MATERIALS)
                .mapToObj(i -> setup.item("raw", i))
                .toList();
        List<Map<String, Object>> stock = materials.stream()
                .map(item -> Map.<String, Object>of("itemId", item, "locationId", place, "qtyDelta", 100_000_000))
                .toList();
        setup.post("/inventory/movements", Map.of("movementType", "RECEIPT", "lines", stock));
        String order = setup.create("/work-orders", Map.of("outputItemId", made, "quantityPlanned", 100_000_000));
        setup.post("/work-orders/" + order + "/release", Map.of());
        Object consumed = materials.stream()
                .map(item -> Map.of("componentItemId", item, "fromLocationId", place, "quantity", 2))
                .toList();
        Object produced = List.of(Map.of("outputItemId", made, "toLocationId", place, "quantity", 1));
        return new Workplace(
                number,
                "/work-orders/" + order + "/record-batch",
                write(Map.of("consumeLines", consumed, "produceLines", produced)));
    }

    /** Master data by way of the API. */
    private record Setup(PlainHttp planner, int number) {

        String item(String type, int i) {
            String sku = "I" + number + "-" + i;
            return create(
                    "/items",
                    Map.of("sku", sku, "name", "Item " + sku, "type", type, "baseUom", "pcs", "standardCost", 2.5));
        }

        String create(String path, Map<String, ?> body) {
            try {
                return JSON.readTree(post(path, body)).path("id").asText();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        String post(String path, Map<String, ?> body) {
            String json = write(body);
            return planner.post(path, number + "-" + (path + json).hashCode(), json);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
