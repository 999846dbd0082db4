package io.andon.metrics.run;

/** What a run is asked to compute with. @param abcWindowDays whose usage the ABC classification ranks, in days */
public record RunParameters(int abcWindowDays) {

    static final int MAX_WINDOW_DAYS = 3_660;

    /** Of the nightly run, and of whatever a request leaves out. */
    static final RunParameters DEFAULTS = new RunParameters(90);
}
