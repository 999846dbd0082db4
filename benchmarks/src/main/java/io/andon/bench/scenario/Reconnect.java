package io.andon.bench.scenario;

import io.andon.bench.load.Connect;
import io.andon.bench.load.Counts;
import io.andon.bench.load.Load;
import io.andon.bench.process.Wait;
import io.andon.bench.profile.Profile;
import io.andon.bench.publish.Pace;
import io.andon.bench.publish.Traffic;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.GatewayServer;
import io.andon.bench.server.Kafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The gateway is killed and started again while events flow, with its own quotas; its clients come back as browsers do,
 * after the time that each was told, with their last ids.
 */
final class Reconnect implements Scenario {

    private static final int CLIENTS = 10_000;
    private static final List<String> TENANTS = FanoutPlan.names("reconnect", 20);
    private static final Pace ROUNDS = new Pace.Rate(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration UNDISTURBED = Duration.ofSeconds(5);
    private static final List<String> PLAIN = List.of();

    @Override
    public String name() {
        return "reconnect";
    }

    @Override
    public String title() {
        return "10,000 clients come back after kill -9";
    }

    @Override
    public void run(Bench bench, Report report) {
        Row row = report.row("10,000 clients of 20 tenants, 2 events/s each", "gateway");
        try (Kafka kafka = Kafka.start(bench.directory());
                Load load = bench.load()) {
            GatewayServer gateway = start(bench, kafka, 0, PLAIN);
            try {
                Connect connect = gateway.connect(TENANTS, CLIENTS).withReconnects();
                load.open(connect);
                try (Traffic traffic = Traffic.start(
                        gateway.publisher(TENANTS, false), bench.values(), TENANTS.size(), ROUNDS, load.progress())) {
                    for (int i = 0; i < bench.settings().repetitions(); i++) {
                        long killedNanos = kill(gateway, load);
                        gateway = start(bench, kafka, gateway.port(), PLAIN);
                        row.add("listens s", (System.nanoTime() - killedNanos) / 1e9);
                        measure(load, traffic, row, killedNanos);
                    }
                    if (bench.settings().profile()) {
                        kill(gateway, load);
                        gateway = start(bench, kafka, gateway.port(), List.of(Profile.FROM_START));
                        awaitAll(load, traffic);
                        Profile.sinceStart(
                                gateway.pids().get(0), bench.directory().resolve(name() + "-profile.txt"));
                    }
                }
            } finally {
                gateway.close();
            }
        }
        report.note(
                "Clients wait for 1 to 3 s, as they were told, before they try again; the gateway's start is part of it.");
    }

    private static GatewayServer start(Bench bench, Kafka kafka, int port, List<String> options) {
        List<String> jvm = Stream.concat(bench.settings().heap().stream(), options.stream())
                .toList();
        return bench.gateway(kafka, port, jvm, Map.of());
    }

    private static long kill(GatewayServer gateway, Load load) {
        Wait.pass(UNDISTURBED);
        load.mark();
        long nowNanos = System.nanoTime();
        gateway.close();
        return nowNanos;
    }

    private static void measure(Load load, Traffic traffic, Row row, long killedNanos) {
        long backNanos = awaitAll(load, traffic);
        Counts counts = load.mark();
        row.add("all back s", (backNanos - killedNanos) / 1e9)
                .add("attempts in vain", counts.broken() - CLIENTS)
                .add("told to wait", counts.refused())
                .add("lost", counts.lost() + counts.announced())
                .add("repeated", counts.repeated())
                .add("resyncs", counts.resyncs());
    }

    /** @return when the last client was back */
    private static long awaitAll(Load load, Traffic traffic) {
        Wait.atMost(PATIENCE, "all clients are back", () -> load.look().open() == CLIENTS);
        long backNanos = load.look().openedAtNanos();
        long produced = traffic.produced();
        Wait.atMost(
                PATIENCE, "all have what was produced", () -> load.progress().slowest() >= produced);
        return backNanos;
    }
}
