package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's {@code kafka-consumer-groups.sh} for one group: the program itself, in a process of its own. */
record ConsumerGroups(String group) {

    private static final String MAIN = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";

    /** Runs the tool to its end and answers what it printed. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "--bootstrap-server",
                Backends.bootstrapServers(),
                "--group",
                group));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            return printed;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the group back in a topic, or in {@code topic:partition}. */
    void reset(String topic, String... to) {
        List<String> arguments = new ArrayList<>(List.of("--topic", topic, "--reset-offsets", "--execute"));
        arguments.addAll(List.of(to));
        assertThat(run(arguments.toArray(String[]::new))).contains("NEW-OFFSET");
    }

    /** The column {@code LAG} of {@code --describe}. */
    long lag(String topic, int partition) {
        String printed = run("--describe");
        Matcher line = Pattern.compile(Pattern.quote(topic) + " +" + partition + " +\\d+ +\\d+ +(\\d+) ")
                .matcher(printed);
        assertThat(line.find()).as(printed).isTrue();
        return Long.parseLong(line.group(1));
    }
}
