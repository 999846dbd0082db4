package io.andon.bench.scenario;

import io.andon.bench.load.Counts;
import io.andon.bench.process.Cpu;
import io.andon.bench.report.Row;

/** One measurement: what the subscribers saw, and what it cost the server. */
record Window(Counts counts, Cpu cpu) {

    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    void throughput(Row row) {
        row.add("deliveries/s", counts.perSecond());
    }

    /** @return the row, with the processor's time of server and load generator */
    void cost(Row row) {
        row.add("CPU s/M", cpu.total() / counts.deliveries() * MILLION)
                .add("of it system", cpu.system() / counts.deliveries() * MILLION)
                .add("events/read", (double) counts.deliveries() / counts.reads())
                .add("server CPU %", percent(cpu.total()))
                .add("load CPU %", percent(counts.cpuSeconds()));
    }

    private double percent(double seconds) {
        return Math.rint(seconds / (counts.elapsedNanos() / NANOS) * 100);
    }

    void latency(Row row) {
        row.add("p50 ms", counts.delivery().p50())
                .add("p99 ms", counts.delivery().p99())
                .add("p50 to last ms", counts.toLast().p50())
                .add("p99 to last ms", counts.toLast().p99());
    }
}
