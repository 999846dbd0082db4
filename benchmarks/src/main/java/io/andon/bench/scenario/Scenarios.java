package io.andon.bench.scenario;

import java.util.List;

/** All benchmarks, in the order in which they run. */
public final class Scenarios {

    public static final List<Scenario> ALL = List.of(
            new Saturation(),
            new Tenants(),
            new Latency(),
            new Idle(),
            new Reconnect(),
            new Stalled(),
            new Replay(),
            new Posting(),
            new PostToFrame(),
            new OutboxRelay(),
            new MetricsRuns(),
            new MetricsIntake());

    private Scenarios() {}
}
