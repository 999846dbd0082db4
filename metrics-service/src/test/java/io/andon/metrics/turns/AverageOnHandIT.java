package io.andon.metrics.turns;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.Figures;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Any ledger whatsoever, against a count of what is there in every single minute. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AverageOnHandIT extends MetricsScenario {

    private static final int ITEMS = 12;
    private static final int MOVEMENTS_PER_ITEM = 20;
    private static final int WINDOW_DAYS = 3;
    private static final int WINDOW_MINUTES = WINDOW_DAYS * 24 * 60;
    private static final int LEDGER_MINUTES = 2 * WINDOW_MINUTES;

    /** @param minute before asOf */
    private record Moved(int minute, int quantity) {}

    @Test
    void isTheMeanOverEveryMinute() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<List<Moved>> ledger = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            ledger.add(post(tenant.item("SKU-" + item, "1"), random));
        }

        tenant.run("{\"asOf\":\"" + AS_OF + "\",\"turnsWindowDays\":" + WINDOW_DAYS + "}");

        Figures figures = new Figures(tenant.figures("turns-doi", ""));
        for (int item = 0; item < ITEMS; item++) {
            assertThat(figures.of("SKU-" + item, "avgOnHandQty"))
                    .as("item %d, seed %d", item, seed)
                    .isEqualTo(meanOverEveryMinute(ledger.get(item)));
        }
    }

    private List<Moved> post(UUID item, Random random) {
        MovementType[] types = MovementType.values();
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < MOVEMENTS_PER_ITEM; i++) {
            Moved one = new Moved(1 + random.nextInt(LEDGER_MINUTES), random.nextInt(100) - 45);
            moved.add(one);
            tenant.move(
                    types[random.nextInt(types.length)],
                    Instant.parse(AS_OF).minus(one.minute(), ChronoUnit.MINUTES).toString(),
                    item,
                    Integer.toString(one.quantity()),
                    null);
        }
        return moved;
    }

    private static String meanOverEveryMinute(List<Moved> ledger) {
        long sum = 0;
        for (int minute = WINDOW_MINUTES; minute > 0; minute--) {
            int now = minute;
            sum += Math.max(
                    0,
                    ledger.stream()
                            .filter(moved -> moved.minute() >= now)
                            .mapToInt(Moved::quantity)
                            .sum());
        }
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(WINDOW_MINUTES), 6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
