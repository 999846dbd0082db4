package io.andon.bench.scenario;

import io.andon.bench.load.Connect;
import io.andon.bench.load.Counts;
import io.andon.bench.load.Load;
import io.andon.bench.process.Cpu;
import io.andon.bench.process.Wait;
import io.andon.bench.publish.Pace;
import io.andon.bench.publish.Traffic;
import io.andon.bench.report.Row;
import io.andon.bench.server.Server;
import java.time.Duration;

/**
 * Streams that are open and events that flow to them, until it is closed. Measures as often as it is asked to, and adds
 * up what went wrong on the way.
 */
final class FanoutRun implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Server server;
    private final Load load;
    private final Traffic traffic;
    private long lost;
    private long repeated;
    private long broken;

    private FanoutRun(Server server, Load load, Traffic traffic) {
        this.server = server;
        this.load = load;
        this.traffic = traffic;
    }

    static FanoutRun start(Bench bench, Server server, Load load, FanoutPlan plan) {
        Connect connect = server.connect(plan.tenants(), plan.subscribers()).withSamples(plan.sampleEvery());
        return start(bench, server, load, plan, plan.timesLast() ? connect.withLastTimed() : connect);
    }

    /** @param connect the plan's streams, with what is special about them */
    static FanoutRun start(Bench bench, Server server, Load load, FanoutPlan plan, Connect connect) {
        load.open(connect);
        boolean batches = plan.pace() instanceof Pace.Window;
        Traffic traffic = Traffic.start(
                server.publisher(plan.tenants(), batches),
                bench.values(),
                plan.tenants().size(),
                plan.pace(),
                load.progress());
        return new FanoutRun(server, load, traffic);
    }

    /** Lets the events flow without measuring. */
    FanoutRun settle(Duration time) {
        Wait.pass(time);
        look(load.mark());
        return this;
    }

    /** Measures for that long. */
    Window measure(Duration time) {
        look(load.mark());
        Cpu before = server.cpu();
        Wait.pass(time);
        Cpu cpu = server.cpu().minus(before);
        Counts counts = load.mark();
        look(counts);
        return new Window(counts, cpu);
    }

    private void look(Counts counts) {
        lost += counts.lost() + counts.announced();
        repeated += counts.repeated();
        broken += counts.broken() + counts.failed();
    }

    /** Stops the traffic, and counts what has not arrived then as lost. */
    void finish(Row row) {
        traffic.stop();
        boolean all = Wait.happens(DRAIN, () -> load.progress().slowest() >= traffic.produced());
        look(load.mark());
        lost += all ? 0 : traffic.produced() - load.progress().slowest();
        row.add("lost", lost + traffic.writtenOff()).add("repeated", repeated).add("broken", broken);
    }

    @Override
    public void close() {
        load.closeStreams();
        traffic.close();
    }
}
