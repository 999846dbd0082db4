package io.andon.events;

import java.util.List;

/** The names of the Kafka topics. No other place spells one out. */
public final class Topics {

    /** What work orders did, and stock changes that no work order made. Key: tenant id. */
    public static final String WORKORDER_EVENTS = "workorder.events";

    /** Which inventory metrics were recalculated. Key: tenant id. */
    public static final String METRICS_EVENTS = "metrics.events";

    /** Every posted stock movement, kept for ever: metrics-service is rebuilt from it. Key: tenant id. */
    public static final String INVENTORY_MOVEMENTS = "inventory.movements";

    /** Items, locations and tenant settings, compacted. Key: {@code tenantId/kind/id}. */
    public static final String INVENTORY_MASTERDATA = "inventory.masterdata";

    /** The topics that the gateway fans out to dashboards, in the order in which a stream position names them. */
    public static final List<String> DASHBOARD = List.of(WORKORDER_EVENTS, METRICS_EVENTS);

    private Topics() {}

    /**
     * Names the topic for records of {@code topic} that {@code consumer} could not process.
     *
     * @param consumer the consuming service, for instance {@code metrics-service}
     */
    public static String deadLetters(String topic, String consumer) {
        return topic + "." + consumer + ".dlt";
    }
}
