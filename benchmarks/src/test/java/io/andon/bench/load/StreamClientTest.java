package io.andon.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a subscriber makes of the numbers that it gets. */
class StreamClientTest {

    private static final Connect PLAN = Connect.to(1, List.of("/"), List.of(), 1, true);

    @TempDir
    Path directory;

    private LoadLoop loop;
    private StreamClient client;

    @BeforeEach
    void makeClient() {
        loop = new LoadLoop(0, Progress.open(directory.resolve("page"), 1));
        loop.open(PLAN, 0, 1);
        client = new StreamClient(loop, PLAN, 0, 0);
    }

    @Test
    void countsEveryNumberOnce() {
        receive(1, 2, 3);

        Counts counts = counts();
        assertThat(counts.deliveries()).isEqualTo(3);
        assertThat(counts.lost() + counts.announced() + counts.repeated()).isZero();
        assertThat(counts.slowest()).isEqualTo(3);
    }

    @Test
    void missesTheFirstNumberToo() {
        receive(3);

        assertThat(counts().lost()).isEqualTo(2);
    }

    @Test
    void countsGapsRepetitionsAndLateNumbers() {
        receive(1, 4, 4, 2, 5);

        Counts counts = counts();
        assertThat(counts.lost()).isEqualTo(2);
        assertThat(counts.repeated()).isEqualTo(2);
        assertThat(counts.slowest()).isEqualTo(5);
    }

    @Test
    void aGapThatTheServerSpokeOfIsNotLost() {
        receive(1);
        client.other("event: system.resync\ndata: {}\n\n");
        receive(10, 12);

        Counts counts = counts();
        assertThat(counts.resyncs()).isEqualTo(1);
        assertThat(counts.announced()).isEqualTo(8);
        assertThat(counts.lost()).isEqualTo(1);
    }

    @Test
    void aStreamIsOpenWhenTheServerSaysThatItIsReady() {
        client.status(200);
        assertThat(loop.countOpen()).isZero();

        client.other("retry: 1500\n\n");
        client.other("event: system.ready\ndata: {}\n\n");
        assertThat(loop.countOpen()).isEqualTo(1);
    }

    @Test
    void anAnswerOtherThan200IsAFailure() {
        client.status(503);

        assertThat(counts().failed()).isEqualTo(1);
        assertThat(counts().failure()).contains("503");
    }

    private void receive(long... numbers) {
        for (long number : numbers) {
            client.numbered(number);
        }
    }

    private Counts counts() {
        return Tally.sum(List.of(loop.tallySoFar()), 1, loop.countOpen(), loop.slowest(), 0);
    }
}
