package io.andon.local.demo.company;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movement that is there to be found.
 *
 * @param what names it among the tenant's planted movements
 * @param overdraw why more may be taken than there is; null where it may not
 */
public record PlantedMovement(
        String what, int daysAgo, LocalTime time, String type, @Nullable String overdraw, List<Line> lines) {

    /**
     * A line of it.
     *
     * @param quantity signed
     * @param place null for where the good belongs
     */
    public record Line(String sku, BigDecimal quantity, @Nullable String place, @Nullable String reason) {}
}
