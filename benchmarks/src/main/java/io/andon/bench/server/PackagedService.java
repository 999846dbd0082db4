package io.andon.bench.server;

import io.andon.bench.process.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** A service of Andon as it is packaged, in a process of its own, on free ports unless told otherwise. */
final class PackagedService implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\. ");
    private static final Pattern MANAGED = Pattern.compile("Management interface listening on (http://\\S+?)\\.\\s");
    private static final Duration TOKENS = Duration.ofHours(2);

    private final Kafka kafka;
    private final Program program;
    private final URI address;
    private final URI management;

    private PackagedService(Kafka kafka, Program program) {
        this.kafka = kafka;
        this.program = program;
        this.address = URI.create(program.awaitOutput(LISTENING));
        this.management = URI.create(program.awaitOutput(MANAGED));
    }

    /**
     * @param jvm arguments of the JVM
     * @param settings that differ from the defaults
     */
    static PackagedService start(Kafka kafka, Path jar, Path log, List<String> jvm, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(jvm);
        command.add("-Dkafka.bootstrap.servers=" + kafka.bootstrapServers());
        command.add("-Dquarkus.oidc.auth-server-url=" + kafka.issuer().url());
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));
        // The last one counts.
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return new PackagedService(kafka, Program.start(log, command));
    }

    /** The same for one with a database. */
    static PackagedService start(
            Kafka kafka, Postgres postgres, String database, Path jar, Path log, List<String> jvm) {
        return start(kafka, jar, log, jvm, Map.of("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database)));
    }

    Program program() {
        return program;
    }

    long pid() {
        return program.pids().get(0);
    }

    URI address() {
        return address;
    }

    /** A token that is good for longer than any benchmark takes. */
    String token(String tenant, String role) {
        return kafka.issuer().token(tenant, List.of(role), TOKENS);
    }

    /** The values of all meters whose line begins with {@code prefix}. */
    DoubleStream meters(String prefix) {
        try (InputStream body = management.resolve("/q/metrics").toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(prefix))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
