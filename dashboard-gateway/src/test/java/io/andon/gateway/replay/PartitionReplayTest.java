package io.andon.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionReplayTest {

    private final Partition partition = new Partition();
    private final Partition.Gateway one = partition.gateway();
    private final Partition.Gateway two = partition.gateway();

    @Test
    void standsAtTheEndWhenNobodyEverWishedAnything() {
        partition.settle();

        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
    }

    @Test
    void showsEverythingFromTheWishedOffsetToTheEndAndThenStandsThere() {
        partition.settle();

        partition.wish(40);
        one.check();
        one.show(1000);
        one.check();

        assertThat(one.shown).isEqualTo(Partition.offsets(40, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void theLagIsTheProgress() {
        partition.settle();
        partition.wish(0);

        one.check();
        assertThat(partition.lag()).isEqualTo(100);
        one.show(30);
        one.check();

        assertThat(partition.lag()).isEqualTo(70);
    }

    @Test
    void anAnswerThatWasLostIsGivenAgainAndNothingIsShownTwice() {
        partition.settle();
        partition.wish(10);

        one.look();
        one.show(20);
        one.check();
        one.check();
        one.show(1000);

        assertThat(one.shown).isEqualTo(Partition.offsets(10, 100));
    }

    @Test
    void aRestartDoesNotRepeatWhatIsFinished() {
        partition.settle();
        partition.wish(10);
        partition.settle();
        one.show(1000);
        partition.settle();

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

        assertThat(restarted.shown).isEqualTo(Partition.offsets(40, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void aWishThatWasMadeWhileNobodyRanIsCarriedOut() {
        partition.wish(70);

        one.check();
        one.show(1000);

        assertThat(one.shown).isEqualTo(Partition.offsets(70, 100));
    }

    @Test
    void anOffsetPastRetentionBeginsAtTheFirstRecordThatIsKept() {
        partition.settle();
        partition.start = 60;

        partition.wish(5);
        one.check();
        one.show(1000);

        assertThat(one.shown).isEqualTo(Partition.offsets(60, 100));
    }

    @Test
    void theEndIsNoWishAlsoOnceMoreRecordsHaveCome() {
        partition.settle();

        partition.wish(100);
        one.check();
        partition.end = 150;
        partition.settle();

        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
    }

    @Test
    void recordsThatComeDuringAReplayAreNotPartOfIt() {
        partition.settle();
        partition.wish(90);
        one.check();
        partition.end = 130;
        one.show(1000);
        one.check();

        assertThat(one.shown).isEqualTo(Partition.offsets(90, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void followsTheEndAtRestSoThatAnOperatorCanCountBackFromIt() {
        partition.settle();
        partition.end = 130;

        partition.settle();
        assertThat(partition.lag()).isEqualTo(30);
        partition.pass(Partition.REST);
        partition.settle();

        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
    }

    @Test
    void aPartitionThatBeganAnewHasNothingToShow() {
        partition.settle();
        partition.wish(10);
        partition.settle();

        partition.end = 3;
        one.replay.abandon(partition.end, partition.nowMs);
        one.check();
        two.replay.abandon(partition.end, partition.nowMs);
        partition.settle();

        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
        assertThat(partition.lag()).isZero();
    }

    @Test
    void aGroupThatStandsBehindTheEndIsBroughtBack() {
        partition.settle();

        partition.end = 20;
        partition.pass(Partition.REST);
        partition.settle();

        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
    }
}
