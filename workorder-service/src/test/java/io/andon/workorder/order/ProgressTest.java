package io.andon.workorder.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-06-30T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DRAFT,       RELEASED, -,        CANCELED",
        "RELEASED,    -,        -,        CANCELED",
        "IN_PROGRESS, -,        -,        CANCELED",
        "COMPLETED,   -,        CLOSED,   -",
        "CLOSED,      -,        -,        -",
        "CANCELED,    -,        -,        -"
    })
    void takesTheLegalStepsOnly(WorkOrderStatus status, String released, String closed, String canceled) {
        Progress progress = in(status, "0", "0");

        assertThat(after(() -> progress.release(NOW))).isEqualTo(released);
        assertThat(after(progress::close)).isEqualTo(closed);
        assertThat(after(() -> progress.cancel(false))).isEqualTo(canceled);
    }

    @Test
    void isNotCanceledOnceSomethingIsPosted() {
        assertThatThrownBy(() -> in(WorkOrderStatus.IN_PROGRESS, "1", "0").cancel(false))
                .isInstanceOf(InvalidState.class)
                .hasMessageContaining("in progress")
                .hasMessageContaining("canceled");
        assertThatThrownBy(() -> in(WorkOrderStatus.IN_PROGRESS, "0", "1").cancel(false))
                .isInstanceOf(InvalidState.class);
        assertThatThrownBy(() -> in(WorkOrderStatus.IN_PROGRESS, "0", "0").cancel(true))
                .isInstanceOf(InvalidState.class);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "CLOSED", "CANCELED"})
    void takesNoPostingsOutsideProduction(WorkOrderStatus status) {
        assertThatThrownBy(() -> in(status, "0", "0").produce(BigDecimal.ONE, BigDecimal.ZERO, NOW))
                .isInstanceOf(InvalidState.class);
    }

    @Test
    void isInProgressFromTheFirstPosting() {
        Progress after = in(WorkOrderStatus.RELEASED, "0", "0").produce(decimal("99.999999"), BigDecimal.ZERO, NOW);

        assertThat(after.status()).isEqualTo(WorkOrderStatus.IN_PROGRESS);
        assertThat(after.quantityCompleted()).isEqualByComparingTo("99.999999");
        assertThat(after.completedAt()).isNull();
    }

    @Test
    void isCompletedWhenGoodAndScrapReachThePlan() {
        Progress after = in(WorkOrderStatus.IN_PROGRESS, "75", "5").produce(decimal("18"), decimal("2"), EARLIER);

        assertThat(after.status()).isEqualTo(WorkOrderStatus.COMPLETED);
        assertThat(after.quantityCompleted()).isEqualByComparingTo("93");
        assertThat(after.quantityScrapped()).isEqualByComparingTo("7");
        assertThat(after.completedAt()).isEqualTo(EARLIER);
    }

    @Test
    void keepsTheTimeOfCompletionWhenMoreIsMade() {
        Progress completed =
                in(WorkOrderStatus.IN_PROGRESS, "99", "0").produce(BigDecimal.ONE, BigDecimal.ZERO, EARLIER);

        Progress after = completed.produce(BigDecimal.TEN, BigDecimal.ZERO, NOW);

        assertThat(after.status()).isEqualTo(WorkOrderStatus.COMPLETED);
        assertThat(after.quantityCompleted()).isEqualByComparingTo("110");
        assertThat(after.completedAt()).isEqualTo(EARLIER);
    }

    private static String after(java.util.function.Supplier<Progress> step) {
        try {
            return step.get().status().name();
        } catch (InvalidState refused) {
            return "-";
        }
    }

    private static Progress in(WorkOrderStatus status, String completed, String scrapped) {
        return new Progress(status, decimal("100"), decimal(completed), decimal(scrapped), null, null);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
