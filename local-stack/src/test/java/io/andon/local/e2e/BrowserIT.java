package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the browser tests of the dashboard's own package against this stack. */
@ExtendWith(SharedStack.class)
class BrowserIT {

    private static final int LIMIT_MINUTES = 30;

    private final RunningStack stack;

    BrowserIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void aPageInARealBrowserChangesItsFiguresByItself() throws IOException, InterruptedException {
        Path webui = Path.of("..", "dashboard-gateway", "src", "main", "webui").toRealPath();
        Path output = Path.of("target", "browser-test.txt");
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        ProcessBuilder npm = new ProcessBuilder(isWindows ? "npm.cmd" : "npm", "run", "e2e")
                .directory(webui.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        try (FaultSwitch faults = FaultSwitch.of(stack)) {
            npm.environment()
                    .putAll(Map.of(
                            "ANDON_URL", stack.gateway().toString(),
                            "ANDON_ISSUER", stack.issuer().toString(),
                            "ANDON_WORKORDER", stack.workorderService().toString(),
                            "ANDON_FAULTS", faults.url().toString()));
            run(npm, output);
        }
    }

    private static void run(ProcessBuilder npm, Path output) throws IOException, InterruptedException {
        Process process = npm.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("%s", Files.readString(output))
                    .isTrue();
            assertThat(process.exitValue()).as("%s", Files.readString(output)).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
