package io.andon.metrics.run;

import java.util.Optional;

/** Which of a run's windows a metric looks at. */
public enum MetricWindow {
    NONE,
    ABC,
    TURNS;

    /** Its length in a run with {@code parameters}; empty if the metric has none. */
    public Optional<Integer> days(RunParameters parameters) {
        return switch (this) {
            case NONE -> Optional.empty();
            case ABC -> Optional.of(parameters.abcWindowDays());
            case TURNS -> Optional.of(parameters.turnsWindowDays());
        };
    }

    /** The run's parameter, as it is stored. */
    String parameter() {
        return switch (this) {
            case NONE -> "";
            case ABC -> "abcWindowDays";
            case TURNS -> "turnsWindowDays";
        };
    }
}
