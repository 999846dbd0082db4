package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.local.demo.Demo;
import io.andon.local.demo.DemoConfig;
import io.andon.local.demo.api.Endpoints;
import io.andon.local.demo.api.Refused;
import io.andon.local.demo.company.Company;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was planted in the demo's smallest company can be found, by the API that its own pages use. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {

    private static final Company COMPANY = Company.of("northgate");
    private static final Instant AS_OF = Instant.parse("2026-07-01T03:00:00Z");

    private final RunningStack stack;
    private final Tenant tenant;
    private final Api viewer;

    DemoIT(RunningStack stack) {
        this.stack = stack;
        this.tenant = stack.tenant(COMPANY.tenant());
        this.viewer = tenant.as("viewer");
    }

    /** Breaks off in the middle, and goes on later, when "now" is another time. */
    @BeforeAll
    void loadTheDemoInTwoGoes() {
        Demo brokenOff = demo(AS_OF, Optional.empty(), line -> {
            if (line.contains(" of ")) {
                throw new Refused("enough for now");
            }
        });
        assertThatThrownBy(brokenOff::loadFirst).hasMessage("enough for now");

        demo(AS_OF.plus(Duration.ofDays(3)), Optional.empty(), line -> {}).loadFirst();
    }

    @Test
    void isLoadedOnceHoweverOftenItIsStarted() {
        List<String> said = new ArrayList<>();

        demo(Instant.now(), Optional.empty(), said::add).loadFirst();

        assertThat(said).isEmpty();
    }

    @Test
    void goesByTheZoneAndTheMoneyOfItsCompany() {
        JsonNode settings = viewer.get("/tenant-settings").expect(200).json();

        assertThat(settings.path("zone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(settings.path("currency").asText()).isEqualTo("JPY");
    }

    @Test
    void hasALoneAAndATie() {
        List<JsonNode> rows = rows("/metrics/abc-classification?limit=200").toList();

        assertThat(rows.stream().filter(row -> text(row, "abcClass").equals("A")))
                .extracting(row -> text(row, "sku"))
                .containsExactly("PRESS-FRAME");
        JsonNode bolt = row(rows.stream(), "BOLT");
        JsonNode washer = row(rows.stream(), "WASHER");
        assertThat(decimal(bolt, "totalValue")).isPositive().isEqualByComparingTo(decimal(washer, "totalValue"));
        assertThat(text(bolt, "abcClass")).isEqualTo(text(washer, "abcClass"));
    }

    @Test
    void hasDeadSlowSoldOutAndUntouchedStock() {
        List<JsonNode> rows = rows("/metrics/slow-dead-stock?limit=200").toList();

        assertThat(Stream.of("JIG-7", "CASTOR", "FLANGE", "LASER-NOZZLE", "STEEL-SHEET")
                        .map(sku -> text(row(rows.stream(), sku), "state")))
                .containsExactly("DEAD", "SLOW", "NONE", "NONE", "ACTIVE");
        assertThat(row(rows.stream(), "LASER-NOZZLE").path("lastMovementAt").isNull())
                .isTrue();
    }

    @Test
    void hasABinThatWasNegativeForADay() {
        JsonNode turns = row(rows("/metrics/turns-doi?limit=200"), "COOLANT");
        JsonNode stock = row(rows("/metrics/slow-dead-stock?limit=200"), "COOLANT");

        assertThat(turns.path("hadNegative").asBoolean()).isTrue();
        assertThat(decimal(stock, "onHandQuantity")).isEqualByComparingTo("35");
        assertThat(stock.path("warnings")).isEmpty();
    }

    @Test
    void hasOldStockThatTookItsAgeToAnotherPlace() {
        List<JsonNode> inserts = rows("/metrics/inventory-aging?limit=200")
                .filter(row -> text(row, "sku").equals("TOOLING"))
                .toList();

        assertThat(inserts).hasSize(2).allSatisfy(row -> assertThat(decimal(row, "qtyOver90Days"))
                .isPositive());
    }

    @Test
    void hasCountsThatLostAndFound() {
        assertThat(rows("/inventory/items/" + item("TOOLING") + "/movements")
                        .filter(movement -> text(movement, "movementType").equals("COUNT"))
                        .map(movement -> decimal(movement, "qtyDelta").intValue()))
                .containsExactly(4, -9);
    }

    @Test
    void hasThreeOverdueOrdersACanceledOneAndAVoidedBatch() {
        assertThat(Stream.of("released", "in_progress", "draft")
                        .flatMap(status -> rows("/work-orders?limit=200&dueBefore=" + AS_OF + "&status=" + status)))
                .extracting(order -> text(order, "description"))
                .containsExactlyInAnyOrder("press brake down", "bearings on hold", "no welder free");
        assertThat(rows("/work-orders?status=canceled"))
                .extracting(order -> text(order, "description"))
                .containsExactly("drawing withdrawn");
        String undone = rows("/work-orders?limit=200&status=completed")
                .filter(order -> text(order, "description").equals("posted before inspection"))
                .map(order -> text(order, "id"))
                .findFirst()
                .orElseThrow();
        assertThat(rows("/work-orders/" + undone + "/completions").map(completion -> text(completion, "status")))
                .containsExactlyInAnyOrder("voided", "posted");
    }

    @Test
    void goesOnByItselfWhereThatIsWanted() throws InterruptedException {
        Demo live = demo(AS_OF, Optional.of(Duration.ofMillis(100)), line -> {});
        Thread floor = new Thread(live::goOn, "live");

        try (EventStream stream = tenant.subscribe()) {
            floor.start();
            for (int batch = 0; batch < 10; batch++) {
                awaitBatch(stream);
            }
            stream.await("the next order", frame -> frame.event().equals("workorder:changed"));
        } finally {
            floor.interrupt();
            floor.join();
        }
    }

    private static void awaitBatch(EventStream stream) {
        stream.await("a batch", frame -> frame.event().equals("inventory.work_order.batch.posted"));
    }

    private Demo demo(Instant asOf, Optional<Duration> live, Consumer<String> listener) {
        Endpoints endpoints = new Endpoints(stack.gateway(), URI.create(stack.issuer() + "/token"));
        return new Demo(
                new DemoConfig(endpoints, List.of(COMPANY), Optional.of(asOf), live, Duration.ofSeconds(30)),
                Clock.systemUTC(),
                listener);
    }

    private String item(String sku) {
        return text(row(rows("/items?q=" + sku), sku), "id");
    }

    private Stream<JsonNode> rows(String path) {
        return StreamSupport.stream(
                viewer.get(path).expect(200).json().path("data").spliterator(), false);
    }

    private static JsonNode row(Stream<JsonNode> rows, String sku) {
        return rows.filter(row -> text(row, "sku").equals(sku)).findFirst().orElseThrow();
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText();
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return row.path(field).decimalValue();
    }
}
