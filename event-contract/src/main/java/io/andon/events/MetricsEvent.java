package io.andon.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** A run published a metric's new figures; on {@link Topics#METRICS_EVENTS}, once per metric and run. */
@JsonPropertyOrder("metric")
public sealed interface MetricsEvent extends DomainEvent {

    /** The metric's name on the wire, for instance {@code abc_classification}. */
    @JsonProperty("metric")
    String metric();

    UUID runId();

    @Override
    default EventType type() {
        return EventType.METRICS_UPDATED;
    }

    @Override
    default String subject() {
        return "metrics-run/" + runId();
    }

    /** @param windowDays the window whose usage was ranked, in calendar days of the tenant's zone */
    record AbcClassificationUpdated(int itemsUpdated, int windowDays, UUID runId) implements MetricsEvent {
        @Override
        public String metric() {
            return "abc_classification";
        }
    }

    /** Both thresholds are in calendar days of the tenant's zone. */
    record SlowDeadStockUpdated(int itemsUpdated, int slowThresholdDays, int deadThresholdDays, UUID runId)
            implements MetricsEvent {
        @Override
        public String metric() {
            return "slow_dead_stock";
        }
    }

    /** The window is half-open: from {@code windowStart} up to, not including, {@code windowEnd}. */
    record TurnsDoiUpdated(int itemsProcessed, Instant windowStart, Instant windowEnd, UUID runId)
            implements MetricsEvent {
        @Override
        public String metric() {
            return "turns_doi";
        }
    }

    record InventoryAgingUpdated(int itemsProcessed, UUID runId) implements MetricsEvent {
        @Override
        public String metric() {
            return "inventory_aging";
        }
    }
}
