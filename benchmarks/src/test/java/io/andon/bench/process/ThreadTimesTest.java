package io.andon.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.bench.process.ThreadTimes.OfThread;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadTimesTest {

    private static final String COMPILER = "C2 CompilerThre";

    private final ThreadTimes before = new ThreadTimes(Map.of("1", worker(10), "2", compiler(20), "3", compiler(30)));

    @Test
    void aThreadThatHasEndedTakesNothingFromTheOthers() {
        ThreadTimes now = new ThreadTimes(Map.of("1", worker(13), "2", compiler(21)));

        assertThat(now.since(before).compilerShare()).isEqualTo(0.25);
        assertThat(now.since(before).byKind()).isEqualTo(Map.of("worker", seconds(3), COMPILER, seconds(1)));
    }

    @Test
    void aThreadThatIsNewCountsWhole() {
        ThreadTimes now =
                new ThreadTimes(Map.of("1", worker(11), "2", compiler(21), "3", compiler(30), "4", compiler(2)));

        assertThat(now.since(before).compilerShare()).isEqualTo(0.75);
    }

    private static OfThread worker(double seconds) {
        return new OfThread("worker", seconds(seconds));
    }

    private static OfThread compiler(double seconds) {
        return new OfThread(COMPILER, seconds(seconds));
    }

    private static Cpu seconds(double seconds) {
        return new Cpu(seconds, 0);
    }
}
