package io.andon.metrics.slowdead;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much an item's stock moves; exclusive. In the order in which they are shown. */
@Schema(
        description = "DEAD: idle for deadThresholdDays or longer; SLOW: for slowThresholdDays or longer; ACTIVE: used"
                + " since; NEW: not used yet, but not here for long either; NONE: nothing in stock.")
enum StockState {
    DEAD,
    SLOW,
    ACTIVE,
    NEW,
    NONE
}
