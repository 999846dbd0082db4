package io.andon.bench.scenario;

import io.andon.bench.report.Report;

/** One benchmark. It starts what it measures, afresh, and leaves nothing running. */
public interface Scenario {

    /** As in {@code -Dbench=<name>}. */
    String name();

    /** What it finds out, in a line. */
    String title();

    void run(Bench bench, Report report);
}
