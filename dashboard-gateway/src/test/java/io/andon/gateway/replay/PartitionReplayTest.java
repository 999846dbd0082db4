package io.andon.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartitionReplayTest {

    private final Partition partition = new Partition();
    private final Partition.Gateway one = partition.gateway();
    private final Partition.Gateway two = partition.gateway();

    private static List<Long> offsets(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private void settle() {
        one.check();
        two.check();
        one.check();
        two.check();
    }

    @Test
    void standsAtTheEndWhenNobodyEverWishedAnything() {
        settle();

        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
    }

    @Test
    void showsEverythingFromTheWishedOffsetToTheEndAndThenStandsThere() {
        settle();

        partition.wish(40);
        one.check();
        one.show(1000);
        one.check();

        assertThat(one.shown).isEqualTo(offsets(40, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void theLagIsTheProgress() {
        settle();
        partition.wish(0);

        one.check();
        assertThat(partition.lag()).isEqualTo(100);
        one.show(30);
        one.check();

        assertThat(partition.lag()).isEqualTo(70);
    }

    @Test
    void anAnswerThatWasLostIsGivenAgainAndNothingIsShownTwice() {
        settle();
        partition.wish(10);

        one.look();
        one.show(20);
        one.check();
        one.check();
        one.show(1000);

        assertThat(one.shown).isEqualTo(offsets(10, 100));
    }

    @Test
    void aRestartDoesNotRepeatWhatIsFinished() {
        settle();
        partition.wish(10);
        settle();
        one.show(1000);
        settle();

        Partition.Gateway restarted = partition.gateway();
        restarted.check();

        assertThat(restarted.replay.isRunning()).isFalse();
    }

    @Test
    void aRestartGoesOnWhereTheGroupStands() {
        one.check();
        partition.wish(10);
        one.check();
        one.show(30);
        one.check();

        Partition.Gateway restarted = partition.gateway();
        restarted.check();
        restarted.show(1000);
        restarted.check();

        assertThat(restarted.shown).isEqualTo(offsets(40, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void aWishThatWasMadeWhileNobodyRanIsCarriedOut() {
        partition.wish(70);

        one.check();
        one.show(1000);

        assertThat(one.shown).isEqualTo(offsets(70, 100));
    }

    @Test
    void anOffsetPastRetentionBeginsAtTheFirstRecordThatIsKept() {
        settle();
        partition.start = 60;

        partition.wish(5);
        one.check();
        one.show(1000);

        assertThat(one.shown).isEqualTo(offsets(60, 100));
    }

    @Test
    void theEndIsNoWishAlsoOnceMoreRecordsHaveCome() {
        settle();

        partition.wish(100);
        one.check();
        partition.end = 150;
        settle();

        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
    }

    @Test
    void recordsThatComeDuringAReplayAreNotPartOfIt() {
        settle();
        partition.wish(90);
        one.check();
        partition.end = 130;
        one.show(1000);
        one.check();

        assertThat(one.shown).isEqualTo(offsets(90, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void followsTheEndAtRestSoThatAnOperatorCanCountBackFromIt() {
        settle();
        partition.end = 130;

        settle();
        assertThat(partition.lag()).isEqualTo(30);
        partition.pass(Partition.REST);
        settle();

        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
    }

    @Test
    void aPartitionThatBeganAnewHasNothingToShow() {
        settle();
        partition.wish(10);
        settle();

        partition.end = 3;
        one.replay.abandon(partition.end, partition.nowMs);
        one.check();
        two.replay.abandon(partition.end, partition.nowMs);
        settle();

        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
        assertThat(partition.lag()).isZero();
    }

    @Test
    void aGroupThatStandsBehindTheEndIsBroughtBack() {
        settle();

        partition.end = 20;
        partition.pass(Partition.REST);
        settle();

        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
    }
}
