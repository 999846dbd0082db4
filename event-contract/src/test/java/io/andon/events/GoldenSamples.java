package io.andon.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of each kind beside the file that freezes its JSON. */
final class GoldenSamples {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final UUID ORDER = id(1);
    private static final UUID ITEM = id(2);
    private static final UUID OTHER_ITEM = id(3);
    private static final UUID LOCATION = id(4);
    private static final UUID MOVEMENT = id(5);
    private static final UUID OTHER_MOVEMENT = id(6);
    private static final UUID RUN = id(7);
    private static final UUID DOCUMENT = id(8);
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private GoldenSamples() {}

    static Map<String, DomainEvent> all() {
        Map<String, DomainEvent> samples = new LinkedHashMap<>();
        List<UUID> items = List.of(ITEM, OTHER_ITEM);
        List<UUID> locations = List.of(LOCATION);
        samples.put("issue-posted", new WorkOrderEvent.IssuePosted(ORDER, DOCUMENT, MOVEMENT, items, locations));
        samples.put(
                "completion-posted", new WorkOrderEvent.CompletionPosted(ORDER, DOCUMENT, MOVEMENT, items, locations));
        samples.put("batch-posted", new WorkOrderEvent.BatchPosted(ORDER, MOVEMENT, OTHER_MOVEMENT, items, locations));
        samples.put("work-order-completed", new WorkOrderEvent.Completed(ORDER, DOCUMENT, "in_progress"));
        samples.put("work-order-completed-by-batch", new WorkOrderEvent.Completed(ORDER, null, "completed"));
        samples.put("production-changed", new WorkOrderEvent.ProductionChanged(ORDER, new BigDecimal("42.500000")));
        samples.put("work-order-changed", new WorkOrderEvent.Changed(ORDER, "released"));
        samples.put("inventory-changed", new InventoryEvent.InventoryChanged(items, locations, MOVEMENT));
        samples.put("movement-posted", movement());
        samples.put("metrics-updated-abc", new MetricsEvent.AbcClassificationUpdated(12, 90, RUN));
        samples.put("metrics-updated-slow-dead", new MetricsEvent.SlowDeadStockUpdated(12, 90, 180, RUN));
        samples.put(
                "metrics-updated-turns",
                new MetricsEvent.TurnsDoiUpdated(12, Instant.parse("2026-04-01T00:00:00Z"), NOON, RUN));
        samples.put("metrics-updated-aging", new MetricsEvent.InventoryAgingUpdated(12, RUN));
        samples.put(
                "item-upserted",
                new MasterDataEvent.ItemUpserted(
                        ITEM, "FLOUR", "Wheat flour", "raw", "g", new BigDecimal("0.0009"), "EUR", true, false, true));
        samples.put("location-upserted", new MasterDataEvent.LocationUpserted(LOCATION, "MAIN", "Main store", null));
        samples.put(
                "tenant-settings-changed",
                new MasterDataEvent.TenantSettingsChanged(
                        "Europe/Lisbon",
                        "EUR",
                        List.of(new BigDecimal(80), new BigDecimal(95)),
                        90,
                        180,
                        List.of(30, 60, 90)));
        return samples;
    }

    static String frozen(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DomainEvent movement() {
        return new InventoryEvent.MovementPosted(
                MOVEMENT,
                41,
                MovementType.WO_ISSUE,
                NOON,
                NOON.plusSeconds(90),
                "work-order-batch",
                ORDER.toString(),
                null,
                List.of(
                        new InventoryEvent.MovementLine(
                                1,
                                ITEM,
                                LOCATION,
                                "L-7",
                                NOON.minusSeconds(86_400),
                                new BigDecimal("-1250.500000"),
                                "g",
                                new BigDecimal("0.0009"),
                                "EUR",
                                null),
                        new InventoryEvent.MovementLine(
                                2, OTHER_ITEM, LOCATION, null, null, new BigDecimal("-3"), "pcs", null, null, null)));
    }

    private static UUID id(int n) {
        return UUID.fromString("0190a000-0000-7000-8000-%012d".formatted(n));
    }
}
