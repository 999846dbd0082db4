package io.andon.workorder.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.events.MovementType;
import io.andon.kit.problem.InvalidField;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.ItemType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotAllocationTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();

    private final Item flour = new Item(
            UUID.randomUUID(), "FLOUR", "Flour", ItemType.RAW, "g", null, null, false, false, true, NOW, NOW, 1);
    private final List<BinStock> bins = new ArrayList<>();

    @Test
    void takesTheOldestLotFirst() {
        bin("new", "10", "2026-06-20T00:00:00Z");
        bin("old", "4", "2026-06-01T00:00:00Z");

        assertThat(settle(MovementType.SHIPMENT, line(HERE, null, "-6"))).containsExactly("old -4", "new -2");
    }

    @Test
    void takesTheNamedLotHoweverYoung() {
        bin("new", "10", "2026-06-20T00:00:00Z");
        bin("old", "4", "2026-06-01T00:00:00Z");

        assertThat(settle(MovementType.SHIPMENT, line(HERE, "new", "-6"))).containsExactly("new -6");
    }

    @Test
    void saysHowMuchIsMissingOverAllLots() {
        bin("a", "3", "2026-06-20T00:00:00Z");
        bin("b", "4", "2026-06-01T00:00:00Z");
        Stock stock = new Stock(bins);

        new LotAllocation(stock, NOW).settle(MovementType.SHIPMENT, List.of(line(HERE, null, "-10")));

        assertThat(shortages(stock)).containsExactly("null requested 10 available 7 shortage 3");
    }

    @Test
    void saysHowMuchOfTheNamedLotIsMissingThoughThereAreOthers() {
        bin("a", "3", "2026-06-20T00:00:00Z");
        bin("b", "400", "2026-06-01T00:00:00Z");
        Stock stock = new Stock(bins);

        new LotAllocation(stock, NOW).settle(MovementType.SHIPMENT, List.of(line(HERE, "a", "-10")));

        assertThat(shortages(stock)).containsExactly("a requested 10 available 3 shortage 7");
    }

    @Test
    void addsUpTheLinesOfABin() {
        bin("", "10", "2026-06-20T00:00:00Z");
        Stock stock = new Stock(bins);

        new LotAllocation(stock, NOW)
                .settle(MovementType.WO_ISSUE, List.of(line(HERE, null, "-6"), line(HERE, null, "-6")));

        assertThat(shortages(stock)).containsExactly("null requested 12 available 10 shortage 2");
    }

    @Test
    void doesNotBlameAReceiptForStockThatWasNegativeBefore() {
        bin("", "-5", "2026-06-20T00:00:00Z");
        Stock stock = new Stock(bins);

        new LotAllocation(stock, NOW).settle(MovementType.RECEIPT, List.of(line(HERE, null, "3")));

        assertThat(shortages(stock)).isEmpty();
    }

    @Test
    void putsDownTheLotsThatATransferPickedUp() {
        bin("new", "10", "2026-06-20T00:00:00Z");
        bin("old", "4", "2026-06-01T00:00:00Z");

        assertThat(settle(MovementType.TRANSFER, line(THERE, null, "6"), line(HERE, null, "-6")))
                .containsExactly("old 4", "new 2", "old -4", "new -2");
    }

    @Test
    void givesATransfersNamedLotToTheLineThatNamesIt() {
        bin("new", "10", "2026-06-20T00:00:00Z");
        bin("old", "4", "2026-06-01T00:00:00Z");

        assertThat(settle(
                        MovementType.TRANSFER, line(HERE, null, "-6"), line(THERE, null, "2"), line(THERE, "old", "4")))
                .containsExactly("old -4", "new -2", "new 2", "old 4");
    }

    @Test
    void keepsTheAgeOfWhatIsTransferred() {
        bin("old", "4", "2026-06-01T00:00:00Z");
        Stock stock = new Stock(bins);

        new LotAllocation(stock, NOW)
                .settle(MovementType.TRANSFER, List.of(line(HERE, null, "-4"), line(THERE, null, "4")));

        assertThat(stock.bin(flour.id(), THERE, "old", NOW).receivedAt()).isEqualTo("2026-06-01T00:00:00Z");
    }

    @Test
    void refusesATransferThatTurnsOneLotIntoAnother() {
        bin("a", "5", "2026-06-01T00:00:00Z");

        assertThatThrownBy(() -> settle(MovementType.TRANSFER, line(HERE, "a", "-5"), line(THERE, "b", "5")))
                .isInstanceOf(InvalidField.class);
    }

    private List<String> settle(MovementType type, Line... lines) {
        return new LotAllocation(new Stock(bins), NOW)
                .settle(type, List.of(lines)).stream()
                        .map(settled -> settled.lotCode() + " " + settled.qtyDelta())
                        .toList();
    }

    private static List<String> shortages(Stock stock) {
        return stock.bins().stream()
                .flatMap(bin -> bin.shortage().stream())
                .map(lack -> "%s requested %s available %s shortage %s"
                        .formatted(lack.lotCode(), lack.requested(), lack.available(), lack.shortage()))
                .toList();
    }

    private void bin(String lot, String quantity, String receivedAt) {
        bins.add(new BinStock(new Bin(flour.id(), HERE, lot), new BigDecimal(quantity), Instant.parse(receivedAt)));
    }

    private Line line(UUID location, @Nullable String lot, String qtyDelta) {
        return new Line("lines[0]", flour, location, lot, null, new BigDecimal(qtyDelta), null, null, null);
    }
}
