package io.andon.metrics.oracle;

import io.andon.events.MovementType;
import io.andon.metrics.oracle.Posting.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * First in, first out, the naive way: every piece of an item is an object that lies somewhere, and each is looked for
 * anew. A piece that is put back is a new object of the same origin.
 */
final class Pieces {

    /**
     * @param origin what brought it in
     * @param receivedAt when it came in
     * @param arrival when it was put where it is, of all pieces
     */
    record Piece(Line origin, Instant receivedAt, UUID place, String lot, int arrival) {}

    /** What one movement did, piece by piece, in order. */
    private static final class Deed {
        private final List<Piece> took = new ArrayList<>();
        private final List<Piece> put = new ArrayList<>();

        /** Where what it brought only filled what it had itself left short: a place for each piece. */
        private final List<UUID> evened = new ArrayList<>();
    }

    private record Debt(Deed deed, UUID place) {}

    private final Product product;
    private final List<Piece> inPlace = new ArrayList<>();
    private final List<Debt> debts = new ArrayList<>();
    private final Map<Posting, Deed> deeds = new HashMap<>();
    private int arrivals;

    Pieces(Product product) {
        this.product = product;
    }

    List<Piece> inPlace() {
        return inPlace;
    }

    void apply(Posting posting) {
        Deed deed = deeds.computeIfAbsent(posting, any -> new Deed());
        List<Line> lines = posting.linesOf(product).toList();
        if (posting.undoes() != null) {
            undo(posting, lines, deeds.get(posting.undoes()), deed);
        } else if (posting.type() == MovementType.TRANSFER) {
            transfer(posting, lines, deed);
        } else {
            lines.forEach(line -> each(line, () -> move(posting, line, deed)));
        }
    }

    private static void each(Line line, Runnable one) {
        for (int i = 0; i < Math.abs(line.pieces()); i++) {
            one.run();
        }
    }

    private void move(Posting posting, Line line, Deed deed) {
        if (line.pieces() > 0) {
            putNew(posting, line, deed);
        } else {
            take(line, deed);
        }
    }

    private void putNew(Posting posting, Line line, Deed deed) {
        Instant receivedAt = line.receivedAt() == null ? posting.at() : line.receivedAt();
        put(new Piece(line, receivedAt, line.place(), line.lot(), 0), line.place(), line.lot(), deed);
    }

    /** Whoever has waited longest for something at the place gets it; else it stays there. */
    private void put(Piece piece, UUID place, String lot, Deed deed) {
        Piece arrived = new Piece(piece.origin(), piece.receivedAt(), place, lot, arrivals++);
        for (Debt debt : debts) {
            if (debt.place().equals(place)) {
                debts.remove(debt);
                if (debt.deed() == deed) {
                    deed.evened.add(place);
                } else {
                    debt.deed().took.add(arrived);
                }
                return;
            }
        }
        inPlace.add(arrived);
        deed.put.add(arrived);
    }

    private void take(Line line, Deed deed) {
        Predicate<Piece> ofItsLot = piece -> line.lot() != null && line.lot().equals(piece.lot());
        if (!takeOldest(line.place(), ofItsLot, deed) && !takeOldest(line.place(), piece -> true, deed)) {
            debts.add(new Debt(deed, line.place()));
        }
    }

    private boolean takeOldest(UUID place, Predicate<Piece> eligible, Deed deed) {
        Piece oldest = inPlace.stream()
                .filter(piece -> piece.place().equals(place))
                .filter(eligible)
                .min(Comparator.comparing(Piece::receivedAt).thenComparing(Piece::arrival))
                .orElse(null);
        if (oldest != null) {
            inPlace.remove(oldest);
            deed.took.add(oldest);
        }
        return oldest != null;
    }

    private void transfer(Posting posting, List<Line> lines, Deed deed) {
        lines.stream().filter(line -> line.pieces() < 0).forEach(line -> each(line, () -> take(line, deed)));
        List<Piece> carried = new ArrayList<>(deed.took);
        lines.stream()
                .filter(line -> line.pieces() > 0)
                .sorted(Comparator.comparing((Line line) -> line.lot() == null))
                .forEach(line -> each(line, () -> {
                    Piece piece = first(
                            carried, any -> line.lot() != null && line.lot().equals(any.lot()));
                    if (piece == null) {
                        piece = first(carried, any -> true);
                    }
                    if (piece == null) {
                        putNew(posting, line, deed);
                    } else {
                        put(piece, line.place(), line.lot() == null ? piece.lot() : line.lot(), deed);
                    }
                }));
    }

    /** What evened itself out has changed nothing, so there is nothing of it to bring back or to take away. */
    private void undo(Posting posting, List<Line> lines, Deed undone, Deed deed) {
        List<UUID> notBack = new ArrayList<>(undone.evened);
        List<UUID> notAway = new ArrayList<>(undone.evened);
        lines.forEach(line -> each(line, () -> {
            if (!(line.pieces() > 0 ? notBack : notAway).remove(line.place())) {
                undo(posting, line, undone, deed);
            }
        }));
        deed.evened.addAll(undone.evened);
    }

    private void undo(Posting posting, Line line, Deed undone, Deed deed) {
        if (line.pieces() < 0) {
            if (!takeOldest(line.place(), undone.put::contains, deed)) {
                take(line, deed);
            }
            return;
        }
        Debt forgiven = debts.stream()
                .filter(debt -> debt.deed() == undone && debt.place().equals(line.place()))
                .findFirst()
                .orElse(null);
        if (forgiven != null) {
            debts.remove(forgiven);
            return;
        }
        Predicate<Piece> fromHere = piece -> piece.place().equals(line.place());
        Piece back = first(undone.took, fromHere.and(piece -> Objects.equals(piece.lot(), line.lot())));
        if (back == null) {
            back = first(undone.took, fromHere);
        }
        if (back == null) {
            putNew(posting, line, deed);
        } else {
            put(back, back.place(), back.lot(), deed);
        }
    }

    /** Removes and returns the first that is eligible; null if none is. */
    private static Piece first(List<Piece> pieces, Predicate<Piece> eligible) {
        Piece found = pieces.stream().filter(eligible).findFirst().orElse(null);
        if (found != null) {
            pieces.remove(found);
        }
        return found;
    }
}
