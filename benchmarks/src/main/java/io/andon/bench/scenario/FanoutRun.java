package io.andon.bench.scenario;

import io.andon.bench.load.Connect;
import io.andon.bench.load.Counts;
import io.andon.bench.load.Load;
import io.andon.bench.process.Cpu;
import io.andon.bench.process.Wait;
import io.andon.bench.profile.Profile;
import io.andon.bench.publish.Pace;
import io.andon.bench.publish.Traffic;
import io.andon.bench.report.Row;
import io.andon.bench.server.GatewayServer;
import io.andon.bench.server.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Streams that are open and events that flow to them, until it is closed. Measures as often as it is asked to, and adds
 * up what went wrong on the way.
 */
final class FanoutRun implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Bench bench;
    private final Server server;
    private final Load load;
    private final Traffic traffic;
    private long lost;
    private long announced;
    private long repeated;
    private long broken;

    private FanoutRun(Bench bench, Server server, Load load, Traffic traffic) {
        this.bench = bench;
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
        return new FanoutRun(bench, server, load, traffic);
    }

    /** Lets the events flow without measuring. */
    FanoutRun settle(Duration time) {
        Wait.pass(time);
        look(load.mark());
        return this;
    }

    /** Lets as many events flow as the slowest subscriber takes, and goes on at {@code after}. */
    void saturate(Pace.Window most, Duration time, Pace after) {
        traffic.change(most);
        settle(time);
        traffic.change(after);
    }

    /**
     * Measures as often as is set; and once more for a profile, if one is wanted, which would disturb the others.
     *
     * @param profile the name of what is measured
     */
    void measure(String profile, Consumer<Window> each) {
        for (int i = 0; i < bench.settings().repetitions(); i++) {
            each.accept(measure());
        }
        if (bench.settings().profile() && server instanceof GatewayServer) {
            Path table = bench.directory().resolve(profile + "-profile.txt");
            Profile.of(server.pids().get(0), table, this::measure);
        }
    }

    private Window measure() {
        look(load.mark());
        Cpu before = server.cpu();
        Wait.pass(bench.settings().window());
        Cpu cpu = server.cpu().minus(before);
        Counts counts = load.mark();
        look(counts);
        return new Window(counts, cpu);
    }

    private void look(Counts counts) {
        lost += counts.lost();
        announced += counts.announced();
        repeated += counts.repeated();
        broken += counts.broken() + counts.failed();
    }

    /** Stops the traffic, and tells what went wrong, if only that something has not arrived by now. */
    void finish(Row row) {
        traffic.stop();
        boolean all = Wait.happens(DRAIN, () -> load.progress().slowest() >= traffic.produced());
        long missing = all ? 0 : traffic.produced() - load.progress().slowest();
        look(load.mark());
        row.add("lost", lost).add("repeated", repeated).add("broken", broken);
        unlessZero(row, "resynced", announced);
        unlessZero(row, "missing", missing);
        unlessZero(row, "given up", traffic.writtenOff());
    }

    private static void unlessZero(Row row, String figure, long value) {
        if (value != 0) {
            row.add(figure, value);
        }
    }

    @Override
    public void close() {
        load.closeStreams();
        traffic.close();
    }
}
