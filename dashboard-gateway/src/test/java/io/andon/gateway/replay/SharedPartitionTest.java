package io.andon.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances, one committed offset. */
class SharedPartitionTest {

    private final Partition partition = new Partition();
    private final Partition.Gateway one = partition.gateway();
    private final Partition.Gateway two = partition.gateway();

    @Test
    void bothInstancesShowItOnceWhoeverSeesItFirst() {
        partition.settle();
        partition.wish(10);

        one.check();
        one.show(1000);
        one.check();
        two.check();
        two.show(1000);
        two.check();
        one.check();

        assertThat(one.shown).isEqualTo(Partition.offsets(10, 100));
        assertThat(two.shown).isEqualTo(Partition.offsets(10, 100));
        assertThat(partition.lag()).isZero();
        assertThat(one.replay.isRunning()).isFalse();
    }

    @Test
    void twoThatSeeItAtTheSameTimeAgreeOnOneWish() {
        partition.settle();
        partition.wish(10);

        one.look();
        two.look();
        one.commit();
        two.commit();
        one.show(20);
        two.show(30);
        partition.settle();
        one.show(1000);
        two.show(1000);
        partition.settle();

        assertThat(one.shown).isEqualTo(Partition.offsets(10, 100));
        assertThat(two.shown).isEqualTo(Partition.offsets(10, 100));
        assertThat(one.replay.wish()).isEqualTo(two.replay.wish());
    }

    /** Whichever of the two answers is the newer: the late one takes over, or is written over. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatArrivesLateMakesNobodyBeginAgain(boolean lateIsNewer) {
        partition.settle();
        partition.wish(10);

        if (lateIsNewer) {
            two.look();
            one.look();
        } else {
            one.look();
            two.look();
        }
        two.commit();
        two.show(3);
        two.check();
        two.show(3);
        one.commit();
        one.show(3);
        two.look();
        one.check();
        two.commit();
        partition.settle();
        one.show(1000);
        two.show(1000);
        partition.settle();

        assertThat(one.shownEver).isEqualTo(Partition.offsets(10, 100));
        assertThat(two.shownEver).isEqualTo(Partition.offsets(10, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void theSlowerOneDoesNotTakeProgressBack() {
        partition.settle();
        partition.wish(0);
        partition.settle();

        two.show(5);
        one.show(80);
        one.check();
        two.check();

        assertThat(partition.lag()).isEqualTo(20);
    }

    @Test
    void aWishThatFollowsReplacesTheOneBefore() {
        partition.settle();
        partition.wish(0);
        partition.settle();
        one.show(50);
        two.show(50);
        partition.settle();

        partition.wish(90);
        partition.settle();
        one.show(1000);
        two.show(1000);
        partition.settle();

        assertThat(one.shown).isEqualTo(Partition.offsets(90, 100));
        assertThat(two.shown).isEqualTo(Partition.offsets(90, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void theSameWishOnceMoreIsCarriedOutOnceMore() {
        partition.settle();
        partition.wish(90);
        partition.settle();
        one.show(1000);
        two.show(1000);
        partition.settle();

        partition.wish(90);
        partition.settle();

        assertThat(one.replay.next()).isEqualTo(90);
        assertThat(two.replay.next()).isEqualTo(90);
    }

    @Test
    void progressOfTheOldWishThatArrivesLateDoesNotCoverTheNewOne() {
        partition.settle();
        partition.wish(0);
        partition.settle();
        one.show(50);
        two.show(60);
        two.look();

        partition.wish(90);
        one.check();
        two.commit();
        partition.settle();
        one.show(1000);
        two.show(1000);
        partition.settle();

        assertThat(one.shown).isEqualTo(Partition.offsets(90, 100));
        assertThat(two.shown).isEqualTo(Partition.offsets(90, 100));
        assertThat(partition.lag()).isZero();
    }

    @Test
    void anInstanceThatWasAwayShowsWhatTheOtherHasFinished() {
        partition.settle();
        partition.wish(10);
        one.check();
        one.show(1000);
        one.check();
        partition.end = 120;
        partition.pass(Partition.REST);
        one.check();
        partition.pass(Partition.REST);
        one.check();

        two.check();
        two.show(1000);

        assertThat(two.shown).isEqualTo(Partition.offsets(10, 100));
    }

    @Test
    void takingTheOffsetsAwayEndsAReplay() {
        partition.settle();
        partition.wish(0);
        partition.settle();
        two.show(50);
        two.look();

        partition.committed = null;
        one.check();
        two.commit();
        partition.settle();

        assertThat(one.replay.isRunning()).isFalse();
        assertThat(two.replay.isRunning()).isFalse();
        assertThat(partition.lag()).isZero();
    }
}
