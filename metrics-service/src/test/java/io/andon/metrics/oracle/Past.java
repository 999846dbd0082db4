package io.andon.metrics.oracle;

import static io.andon.events.MovementType.SHIPMENT;
import static io.andon.events.MovementType.WO_ISSUE;

import io.andon.metrics.oracle.Posting.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What had happened before an instant, looked up anew for every question. */
final class Past {

    private final List<Posting> postings;

    Past(List<Posting> all, Instant asOf) {
        postings = all.stream()
                .filter(posting -> posting.at().isBefore(asOf))
                .sorted(Posting.IN_TIME)
                .toList();
    }

    List<Posting> postings() {
        return postings;
    }

    Stream<Posting> of(Product product) {
        return postings.stream()
                .filter(posting -> posting.linesOf(product).findAny().isPresent());
    }

    private Stream<Line> lines(Product product) {
        return of(product).flatMap(posting -> posting.linesOf(product));
    }

    boolean isKnown(Product product, List<Posting> everPosted) {
        return product.sku() != null
                || everPosted.stream()
                        .anyMatch(posting -> posting.linesOf(product).findAny().isPresent());
    }

    BigDecimal onHand(Product product) {
        return product.quantity(lines(product).mapToLong(Line::pieces).sum());
    }

    /** Empty if it is not known. */
    Optional<BigDecimal> unitCost(Product product) {
        if (product.standardCost() != null) {
            return Optional.of(product.standardCost());
        }
        List<Line> lines = new ArrayList<>(lines(product).toList());
        Collections.reverse(lines);
        return lines.stream().map(Line::unitCost).filter(Objects::nonNull).findFirst();
    }

    Optional<Instant> lastMovement(Product product) {
        return of(product).map(Posting::at).max(Instant::compareTo);
    }

    Optional<Instant> lastOutflow(Product product) {
        return standing(product)
                .filter(posting -> posting.type() == SHIPMENT || posting.type() == WO_ISSUE)
                .filter(posting -> posting.linesOf(product).anyMatch(line -> line.pieces() < 0))
                .map(Posting::at)
                .max(Instant::compareTo);
    }

    Optional<Instant> firstStocked(Product product) {
        return standing(product)
                .flatMap(posting -> posting.linesOf(product)
                        .filter(line -> line.pieces() > 0)
                        .flatMap(line -> Stream.of(posting.at(), line.receivedAt())))
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    /** What undoes nothing and has not been undone. */
    private Stream<Posting> standing(Product product) {
        return of(product).filter(posting -> posting.undoes() == null && !isUndone(posting));
    }

    private boolean isUndone(Posting posting) {
        return postings.stream().anyMatch(other -> other.undoes() == posting && !isUndone(other));
    }
}
