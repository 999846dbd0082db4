package io.andon.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {

    @TempDir
    Path directory;

    @Test
    void readsTimesBehindANameThatHoldsAnything() throws IOException {
        Path stat = directory.resolve("stat");
        Files.writeString(stat, "42 (a ) b (c) S 1 42 42 0 -1 4194560 100 0 0 0 150 25 0 0 20 0 1 0 7 0 0\n");

        assertThat(ProcFiles.cpu(stat)).isEqualTo(new Cpu(1.5, 0.25));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsThisProcess() {
        long pid = ProcessHandle.current().pid();

        assertThat(ProcFiles.cpu(pid).total()).isPositive();
        assertThat(ProcFiles.pssBytes(pid)).isGreaterThan(1024 * 1024);
        assertThat(ThreadTimes.of(pid).byKind()).isNotEmpty();
    }
}
