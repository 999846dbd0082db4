package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A terminal in a folder of its own, in which Kafka's tools are on the path: they are this JVM's class path behind the
 * names that the distribution gives them, so a machine needs no Kafka to run a document's commands.
 */
final class Shell {

    private static final int LIMIT_SECONDS = 120;
    private static final Map<String, String> TOOLS = Map.of(
            "kafka-console-consumer.sh", "org.apache.kafka.tools.consumer.ConsoleConsumer",
            "kafka-console-producer.sh", "org.apache.kafka.tools.ConsoleProducer",
            "kafka-consumer-groups.sh", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand");

    private final Path folder;

    Shell() throws IOException {
        this.folder = Files.createTempDirectory("andon-shell");
        for (Map.Entry<String, String> tool : TOOLS.entrySet()) {
            install(tool.getKey(), tool.getValue());
        }
        if (!isOnPath("psql")) {
            install("psql", SqlTool.class.getName());
        }
    }

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private void install(String name, String mainClass) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path script = folder.resolve(name);
        Files.writeString(
                script,
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
                        .formatted(java, System.getProperty("java.class.path"), mainClass));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs commands to their end and answers what they printed; the last one's success is required. */
    String run(String commands) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().merge("PATH", folder.toString(), (old, own) -> own + File.pathSeparator + old);
        Process process = builder.start();
        boolean hasEnded = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!hasEnded) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(hasEnded)
                .as("ended within the limit: %s%n%s", commands, printed)
                .isTrue();
        assertThat(process.exitValue()).as("%s%n%s", commands, printed).isZero();
        return printed;
    }
}
