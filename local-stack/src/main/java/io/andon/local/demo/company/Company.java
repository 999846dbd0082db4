package io.andon.local.demo.company;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A tenant of the demo.
 *
 * @param currency of every cost, ISO 4217
 * @param dead the item that is stocked on the first day and never touched again; the load finds its own beginning by it
 * @param neverMoved the item that is in the catalogue only; it is entered last, so who finds it finds the whole demo
 * @param deliveries the time of day at which goods come in
 * @param appetite how much of the usual is made on a weekday, where that is not 1
 */
public record Company(
        String tenant,
        String name,
        String zone,
        String currency,
        String dead,
        String neverMoved,
        LocalTime deliveries,
        List<Place> places,
        List<Good> goods,
        List<Production> production,
        Map<DayOfWeek, Double> appetite,
        List<Spike> spikes,
        List<Customer> customers,
        List<PlantedMovement> movements,
        List<PlantedOrder> orders) {

    /** The tenants that there is a demo of, in the order in which they are loaded. */
    public static final List<String> TENANTS = List.of("alder-street", "copper-creek", "northgate");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .addModule(new TimesOfDay())
            .build();

    public Company {
        places = List.copyOf(places);
        goods = List.copyOf(goods);
        production = List.copyOf(production);
        appetite = Map.copyOf(appetite);
        spikes = List.copyOf(spikes);
        customers = List.copyOf(customers);
        movements = List.copyOf(movements);
        orders = List.copyOf(orders);
    }

    /** @throws IllegalArgumentException if there is no demo of {@code tenant} */
    public static Company of(String tenant) {
        try (InputStream data = Company.class.getResourceAsStream("/demo/" + tenant + ".json")) {
            if (!TENANTS.contains(tenant) || data == null) {
                throw new IllegalArgumentException("There is no demo of a tenant " + tenant + ", only of " + TENANTS);
            }
            return JSON.readValue(data, Company.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the description of " + tenant + " cannot be read", e);
        }
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** @throws IllegalArgumentException if nothing has this sku */
    public Good good(String sku) {
        return goods.stream()
                .filter(good -> good.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + sku));
    }
}
