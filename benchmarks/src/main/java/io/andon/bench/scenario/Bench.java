package io.andon.bench.scenario;

import io.andon.bench.load.Load;
import io.andon.bench.report.Report;
import io.andon.bench.server.BareServer;
import io.andon.bench.server.GatewayServer;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.MetricsServer;
import io.andon.bench.server.NchanServer;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.Server;
import io.andon.bench.server.WorkorderServer;
import io.andon.bench.stream.NumberedValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What scenarios run with.
 *
 * @param packages finds the packaged service of a module
 * @param directory for logs and results
 */
public record Bench(Settings settings, Function<String, Path> packages, Path directory) {

    /** Runs a scenario's steps with one of the servers that are compared. */
    @FunctionalInterface
    interface Steps {
        /** @param name the server's, as in the report */
        void with(String name, Server server, Load load);
    }

    /** Steps that concern the gateway alone. */
    @FunctionalInterface
    interface GatewaySteps {
        void with(GatewayServer gateway, Load load);
    }

    /** The steps with every server that is there: the gateway, the bare peer, and nchan where it is installed. */
    void withEachServer(Report report, Steps steps) {
        withEachServer(report, settings.heap(), steps);
    }

    /** @param heap of those that run in a JVM */
    void withEachServer(Report report, List<String> heap, Steps steps) {
        withGateway(heap, GatewayServer.WITHOUT_QUOTAS, (gateway, load) -> steps.with("gateway", gateway, load));
        try (Server bare = BareServer.start(log("bare"), heap);
                Load load = load()) {
            steps.with("bare", bare, load);
        }
        if (NchanServer.isInstalled()) {
            try (Server nchan = NchanServer.start(directory);
                    Load load = load()) {
                steps.with("nchan", nchan, load);
            }
        } else {
            report.note("nchan is not installed (Debian: libnginx-mod-nchan) and was skipped.");
        }
    }

    /** The steps with a broker that has no records yet and a gateway that has just been started. */
    void withGateway(List<String> heap, Map<String, String> gatewaySettings, GatewaySteps steps) {
        try (Kafka kafka = Kafka.start(directory);
                GatewayServer gateway = gateway(kafka, 0, heap, gatewaySettings);
                Load load = load()) {
            steps.with(gateway, load);
        }
    }

    /** @param port 0 for any free one */
    GatewayServer gateway(Kafka kafka, int port, List<String> heap, Map<String, String> gatewaySettings) {
        return GatewayServer.start(
                kafka, packages.apply("dashboard-gateway"), log("gateway"), port, heap, gatewaySettings);
    }

    WorkorderServer workorders(Kafka kafka, Postgres postgres) {
        return WorkorderServer.start(
                kafka, postgres, packages.apply("workorder-service"), log("workorder-service"), settings.heap());
    }

    MetricsServer metrics(Kafka kafka, Postgres postgres) {
        return MetricsServer.start(
                kafka, postgres, packages.apply("metrics-service"), log("metrics-service"), settings.heap());
    }

    Load load() {
        return Load.start(directory, settings.loadLoops());
    }

    Path log(String program) {
        return directory.resolve(program + ".log");
    }

    NumberedValue values() {
        return new NumberedValue(settings.eventBytes(), settings.seed());
    }

    /** Says what is being done, for who waits. */
    void say(String what) {
        System.out.println("   " + what);
    }
}
