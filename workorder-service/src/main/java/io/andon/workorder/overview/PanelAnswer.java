package io.andon.workorder.overview;

import java.time.Instant;
import java.time.LocalDate;

/** A panel on its own; the body of {@code GET /production-overview/…}. */
record PanelAnswer<T>(Instant asOf, String zone, LocalDate from, LocalDate to, T data) {

    static <T> PanelAnswer<T> of(OverviewScope scope, T data) {
        return new PanelAnswer<>(scope.asOf(), scope.settings().zone(), scope.from(), scope.to(), data);
    }
}
