package io.andon.local.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.local.demo.company.Company;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    /** Shortly after midnight, in the night that loses an hour, on a Sunday, in the middle of a working day. */
    private static final List<Instant> INSTANTS = Stream.of(
                    "2026-06-30T23:10:00Z", "2026-03-29T01:30:00Z", "2026-11-22T12:00:00Z", "2026-11-24T09:30:07Z")
            .map(Instant::parse)
            .toList();

    private static final Map<String, List<Step>> MADE = new HashMap<>();

    static Stream<Arguments> everyCompanyAtEveryInstant() {
        return Company.TENANTS.stream().flatMap(tenant -> INSTANTS.stream().map(asOf -> Arguments.of(tenant, asOf)));
    }

    @ParameterizedTest
    @MethodSource("everyCompanyAtEveryInstant")
    void isTheSameForTheSameInstant(String tenant, Instant asOf) {
        List<Step> steps = steps(tenant, asOf);

        assertThat(make(tenant, asOf)).isEqualTo(steps);
        assertThat(make(tenant, asOf.plusSeconds(1))).isNotEqualTo(steps);
    }

    @ParameterizedTest
    @MethodSource("everyCompanyAtEveryInstant")
    void neverTakesWhatIsNotThere(String tenant, Instant asOf) {
        assertThat(new LedgerOf(steps(tenant, asOf)).refused()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCompanyAtEveryInstant")
    void goesForwardInTimeAndEndsBeforeItsInstant(String tenant, Instant asOf) {
        List<Instant> times = new LedgerOf(steps(tenant, asOf)).times();

        assertThat(times).isSorted().allMatch(time -> time.isBefore(asOf));
    }

    @ParameterizedTest
    @MethodSource("everyCompanyAtEveryInstant")
    void leavesThreeOrdersOverdueAndSomeInTime(String tenant, Instant asOf) {
        LedgerOf ledger = new LedgerOf(steps(tenant, asOf));

        assertThat(ledger.open().filter(order -> order.due().isBefore(asOf))).hasSize(3);
        assertThat(ledger.open().filter(order -> order.due().isAfter(asOf))).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("everyCompanyAtEveryInstant")
    void namesEveryStepOnceAndAsAnIdempotencyKeyMayBe(String tenant, Instant asOf) {
        assertThat(steps(tenant, asOf))
                .extracting(Step::key)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("[!-~]{1,150}"));
    }

    @ParameterizedTest
    @MethodSource("everyCompanyAtEveryInstant")
    void sellsOutWhatIsToBeSoldOutAndLeavesTheRestInStock(String tenant, Instant asOf) {
        LedgerOf ledger = new LedgerOf(steps(tenant, asOf));
        String soldOut = List.of("JAM", "PUMPKIN-ALE", "FLANGE").get(Company.TENANTS.indexOf(tenant));
        String corrected = List.of("SYRUP", "CO2", "COOLANT").get(Company.TENANTS.indexOf(tenant));

        assertThat(ledger.stock(soldOut)).isZero();
        assertThat(ledger.stock(corrected)).isPositive();
        assertThat(ledger.stock(Company.of(tenant).dead())).isPositive();
        assertThat(ledger.stock(Company.of(tenant).neverMoved())).isZero();
    }

    @Test
    void hasAboutThreeThousandThreeHundredMovementsInAll() {
        for (Instant asOf : INSTANTS) {
            assertThat(Company.TENANTS.stream()
                            .flatMap(tenant -> steps(tenant, asOf).stream())
                            .mapToInt(HistoryTest::movements)
                            .sum())
                    .as("as of %s", asOf)
                    .isBetween(3_100, 3_500);
        }
    }

    @Test
    void usesAsManyCapsAsLabelsSoThatTheyTie() {
        assertThat(used("CAP")).isEqualTo(used("LABEL")).isNotEmpty();
    }

    private static List<String> used(String sku) {
        return steps("copper-creek", NOON).stream()
                .filter(OrderStep.Batch.class::isInstance)
                .flatMap(step -> ((OrderStep.Batch) step).consumed().stream())
                .filter(line -> line.sku().equals(sku))
                .map(line -> line.quantity().toPlainString())
                .toList();
    }

    private static int movements(Step step) {
        if (step instanceof OrderStep.Batch) {
            return 2;
        }
        return step instanceof Step.Movement || step instanceof OrderStep.Posting ? 1 : 0;
    }

    private static List<Step> steps(String tenant, Instant asOf) {
        return MADE.computeIfAbsent(tenant + asOf, history -> make(tenant, asOf));
    }

    private static List<Step> make(String tenant, Instant asOf) {
        return History.of(Company.of(tenant), asOf).steps();
    }
}
