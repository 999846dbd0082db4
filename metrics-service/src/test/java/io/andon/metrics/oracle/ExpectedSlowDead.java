package io.andon.metrics.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Slow and dead stock by its definition. */
final class ExpectedSlowDead {

    static final String[] FIELDS = {
        "itemId",
        "state",
        "daysSinceLastMovement",
        "lastMovementAt",
        "lastOutflowAt",
        "firstStockedAt",
        "onHandQuantity",
        "isSlowMoving",
        "isDeadStock",
        "tiedUpValue",
        "warnings"
    };

    private static final List<String> STATES = List.of("DEAD", "SLOW", "ACTIVE", "NEW", "NONE");

    private record Judged(Product product, String state, BigDecimal value, String row) {}

    private ExpectedSlowDead() {}

    static List<String> rows(Story story) {
        Past past = new Past(story.postings, story.parameters.asOf());
        return story.products.stream()
                .filter(product -> past.isKnown(product, story.postings))
                .filter(product -> product.active() || past.onHand(product).signum() != 0)
                .map(product -> judge(product, past, story.parameters))
                .sorted(Comparator.comparing((Judged judged) -> STATES.indexOf(judged.state()))
                        .thenComparing(Judged::value, Comparator.reverseOrder())
                        .thenComparing(
                                judged -> judged.product().sku(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(judged -> judged.product().id().toString()))
                .map(Judged::row)
                .toList();
    }

    private static Judged judge(Product product, Past past, Parameters parameters) {
        BigDecimal onHand = past.onHand(product);
        Optional<Instant> outflow = past.lastOutflow(product);
        Optional<Instant> stocked = past.firstStocked(product);
        Integer idle = outflow.or(() -> stocked).map(parameters::daysSince).orElse(null);
        String state = state(onHand, idle, outflow.isPresent(), parameters);
        BigDecimal value = Row.amount(
                onHand.max(BigDecimal.ZERO).multiply(past.unitCost(product).orElse(BigDecimal.ZERO)));
        List<String> warnings = new ArrayList<>();
        if (onHand.signum() < 0) {
            warnings.add("NEGATIVE_STOCK");
        }
        if (onHand.signum() > 0 && past.unitCost(product).isEmpty()) {
            warnings.add("UNVALUED");
        }
        String row = Row.of(
                product.id(),
                state,
                idle,
                past.lastMovement(product).orElse(null),
                outflow.orElse(null),
                stocked.orElse(null),
                onHand,
                state.equals("SLOW"),
                state.equals("DEAD"),
                value,
                warnings);
        return new Judged(product, state, value, row);
    }

    private static String state(BigDecimal onHand, Integer idle, boolean used, Parameters parameters) {
        if (onHand.signum() <= 0) {
            return "NONE";
        }
        if (idle >= parameters.deadDays()) {
            return "DEAD";
        }
        if (idle >= parameters.slowDays()) {
            return "SLOW";
        }
        return used ? "ACTIVE" : "NEW";
    }
}
