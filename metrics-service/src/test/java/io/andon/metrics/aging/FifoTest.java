package io.andon.metrics.aging;

import static io.andon.events.MovementType.COUNT;
import static io.andon.events.MovementType.CUSTOMER_RETURN;
import static io.andon.events.MovementType.RECEIPT;
import static io.andon.events.MovementType.SHIPMENT;
import static io.andon.events.MovementType.TRANSFER;
import static io.andon.events.MovementType.WO_ISSUE;
import static io.andon.metrics.aging.Ledger.at;
import static io.andon.metrics.aging.Ledger.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.metrics.aging.Ledger.Move;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FifoTest {

    private final Ledger ledger = new Ledger();

    @Test
    void takesTheOldestFirstWhateverTheOrderOfArrival() {
        ledger.post(RECEIPT, x(5, 10));
        ledger.post(RECEIPT, x(3, 10));
        ledger.post(RECEIPT, x(4, 10));

        ledger.post(SHIPMENT, x(9, -15));

        assertThat(ledger.layers()).isEqualTo("X:4×5 X:5×10");
    }

    @Test
    void takesTheLotThatALineNames() {
        ledger.post(RECEIPT, at("X", "a", 1, 10), at("X", "b", 2, 10));

        ledger.post(SHIPMENT, at("X", "b", 9, -4));

        assertThat(ledger.layers()).isEqualTo("Xa:1×10 Xb:2×6");
    }

    @Test
    void takesTheOldestForWhatTheNamedLotLacks() {
        ledger.post(RECEIPT, at("X", "a", 1, 10), at("X", "b", 2, 10));

        ledger.post(SHIPMENT, at("X", "b", 9, -14));

        assertThat(ledger.layers()).isEqualTo("Xa:1×6");
    }

    @Test
    void leavesOtherLocationsAlone() {
        ledger.post(RECEIPT, x(2, 10), at("Y", null, 1, 10));

        ledger.post(SHIPMENT, x(9, -10));

        assertThat(ledger.layers()).isEqualTo("Y:1×10");
    }

    @Test
    void takesACountsLossFromTheOldestAndOpensALayerForItsGain() {
        ledger.post(RECEIPT, x(1, 10));
        ledger.post(RECEIPT, x(2, 10));

        ledger.post(COUNT, x(8, -4));
        ledger.post(COUNT, x(9, 3));

        assertThat(ledger.layers()).isEqualTo("X:1×6 X:2×10 X:9×3");
    }

    @Test
    void fillsAShortageWithWhateverComesInNext() {
        ledger.post(RECEIPT, x(1, 10));
        ledger.post(WO_ISSUE, x(2, -25));
        assertThat(ledger.layers()).isEmpty();

        ledger.post(RECEIPT, x(3, 10));
        assertThat(ledger.layers()).isEmpty();
        ledger.post(CUSTOMER_RETURN, x(4, 8));

        assertThat(ledger.layers()).isEqualTo("X:4×3");
    }

    @Test
    void carriesLayersWithATransferInAnyOrderOfItsLines() {
        ledger.post(RECEIPT, at("X", "a", 1, 10));
        ledger.post(RECEIPT, x(2, 10));

        ledger.post(TRANSFER, at("Y", null, 9, 12), x(9, -12));

        assertThat(ledger.layers()).isEqualTo("X:2×8 Y:2×2 Ya:1×10");
    }

    @Test
    void putsTheLotThatATransferNamesWhereItIsNamed() {
        ledger.post(RECEIPT, at("X", "a", 1, 10), at("X", "b", 2, 10));

        ledger.post(TRANSFER, at("X", "a", 9, -5), at("X", "b", 9, -5), at("Y", null, 9, 5), at("Z", "a", 9, 5));

        assertThat(ledger.layers()).isEqualTo("Xa:1×5 Xb:2×5 Yb:2×5 Za:1×5");
    }

    @Test
    void datesWhatATransferTookWithoutItBeingThereByTheTransfer() {
        ledger.post(RECEIPT, x(1, 10));

        ledger.post(TRANSFER, x(5, -15), at("Y", null, 5, 15));
        assertThat(ledger.layers()).isEqualTo("Y:1×10 Y:5×5");
        ledger.post(RECEIPT, x(6, 7));

        assertThat(ledger.layers()).isEqualTo("X:6×2 Y:1×10 Y:5×5");
    }

    @Test
    void putsBackTheLayersThatAVoidedIssueTook() {
        ledger.post(RECEIPT, at("X", "a", 1, 10), x(2, 10));
        Move issued = x(5, -15);
        UUID issue = ledger.post(WO_ISSUE, issued);
        ledger.post(RECEIPT, x(6, 10));

        ledger.undo(issue, WO_ISSUE, issued);

        assertThat(ledger.layers()).isEqualTo("X:2×10 X:6×10 Xa:1×10");
    }

    @Test
    void forgetsTheShortageThatAVoidedIssueLeft() {
        Move issued = x(5, -15);
        ledger.post(RECEIPT, x(1, 10));
        UUID issue = ledger.post(WO_ISSUE, issued);

        ledger.undo(issue, WO_ISSUE, issued);
        ledger.post(RECEIPT, x(6, 10));

        assertThat(ledger.layers()).isEqualTo("X:1×10 X:6×10");
    }

    @Test
    void putsBackWhatHasFilledTheShortageOfAVoidedIssue() {
        Move issued = x(5, -15);
        ledger.post(RECEIPT, x(1, 10));
        UUID issue = ledger.post(WO_ISSUE, issued);
        ledger.post(RECEIPT, x(6, 10));
        assertThat(ledger.layers()).isEqualTo("X:6×5");

        ledger.undo(issue, WO_ISSUE, issued);

        assertThat(ledger.layers()).isEqualTo("X:1×10 X:6×10");
    }

    @Test
    void takesTheLayerOfAVoidedReceiptAndTheOldestForWhatIsGone() {
        ledger.post(RECEIPT, x(3, 10));
        Move received = x(1, 10);
        UUID receipt = ledger.post(RECEIPT, received);
        ledger.post(RECEIPT, x(2, 10));
        ledger.post(SHIPMENT, x(8, -4));

        ledger.undo(receipt, RECEIPT, received);

        assertThat(ledger.layers()).isEqualTo("X:2×6 X:3×10");
    }

    @Test
    void movesBackWhatAVoidedTransferMoved() {
        ledger.post(RECEIPT, x(1, 10));
        ledger.post(RECEIPT, at("Y", null, 0, 10));
        Move[] moves = {x(5, -6), at("Y", null, 5, 6)};
        UUID transfer = ledger.post(TRANSFER, moves);

        ledger.undo(transfer, TRANSFER, moves);

        assertThat(ledger.layers()).isEqualTo("X:1×10 Y:0×10");
    }

    @Test
    void takesAgainWhatAVoidedVoidHadPutBack() {
        ledger.post(RECEIPT, x(1, 10));
        Move issued = x(5, -4);
        UUID issue = ledger.post(WO_ISSUE, issued);
        Move undone = x(6, 4);
        UUID undo = ledger.undo(issue, WO_ISSUE, issued);

        ledger.undo(undo, WO_ISSUE, undone);

        assertThat(ledger.layers()).isEqualTo("X:1×6");
    }

    @Test
    void putsBackOnceWhatIsVoidedTwice() {
        ledger.post(RECEIPT, x(1, 10));
        Move issued = x(5, -4);
        UUID issue = ledger.post(WO_ISSUE, issued);
        ledger.undo(issue, WO_ISSUE, issued);

        ledger.undo(issue, WO_ISSUE, issued);

        // The second time nothing is left to put back, so it is a gain of the day on which it was posted.
        assertThat(ledger.layers()).isEqualTo("X:1×10 X:99×4");
    }
}
