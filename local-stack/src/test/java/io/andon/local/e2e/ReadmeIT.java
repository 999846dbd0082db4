package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the commands of the README as they stand there, with this stack's addresses in place of the default ones. */
@ExtendWith(SharedStack.class)
class ReadmeIT {

    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PRINTED_EVENT = Pattern.compile("^ +event: (.+)$", Pattern.MULTILINE);
    private static final int LIMIT_SECONDS = 60;

    private final RunningStack stack;

    ReadmeIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void theBatchInOneTerminalPrintsTheFramesInTheOther() throws IOException, InterruptedException {
        assumeThat(isOnPath("curl") && isOnPath("bash"))
                .as("curl and bash are here to run the README's commands")
                .isTrue();
        String readme = Files.readString(Path.of("..", "README.md"));
        List<String> terminals = SHELL_BLOCK
                .matcher(readme)
                .results()
                .map(block -> onThisStack(block.group(1)))
                .toList();
        List<String> promised = events(readme);
        startAnOrderOf(stack.tenant("alder-street"));
        Path output = Files.createTempFile("readme", ".txt");

        Process streaming = bash(terminals.get(0), output);
        try {
            awaitEvents(output, promised.subList(0, 1));
            Process posting = bash(terminals.get(1), Files.createTempFile("readme", ".txt"));
            assertThat(posting.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            awaitEvents(output, promised);
        } finally {
            streaming.descendants().forEach(ProcessHandle::destroy);
            streaming.destroy();
        }
    }

    /** Returns when the order's own frames have gone by, so that the README's stream does not show them. */
    private static void startAnOrderOf(Tenant tenant) {
        Workshop workshop = tenant.workshop();
        try (EventStream stream = tenant.subscribe()) {
            workshop.bake(1).expect(201);
            stream.await("production:changed", frame -> frame.event().equals("production:changed"));
        }
    }

    private String onThisStack(String commands) {
        return commands.replace("http://localhost:8080", stack.gateway().toString())
                .replace("http://localhost:8083/andon", stack.issuer().toString());
    }

    private static void awaitEvents(Path output, List<String> expected) {
        Awaitility.await().atMost(LIMIT_SECONDS, TimeUnit.SECONDS).untilAsserted(() -> assertThat(printed(output))
                .isEqualTo(expected));
    }

    private static List<String> printed(Path output) throws IOException {
        return Files.readString(output)
                .lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring("event: ".length()))
                .filter(event -> !event.equals("system.heartbeat"))
                .toList();
    }

    private static List<String> events(String readme) {
        return PRINTED_EVENT
                .matcher(readme)
                .results()
                .map((MatchResult event) -> event.group(1))
                .toList();
    }

    private static Process bash(String commands, Path output) throws IOException {
        return new ProcessBuilder("bash", "-c", commands)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
