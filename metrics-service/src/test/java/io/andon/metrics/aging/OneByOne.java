package io.andon.metrics.aging;

import io.andon.events.MovementType;
import io.andon.metrics.aging.Ledger.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** First in, first out, the naive way: every single piece is an object, and each is looked for anew. Knows no voids. */
final class OneByOne {

    private record Piece(String place, @Nullable String lot, int day, int arrival) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Integer> owed = new HashMap<>();
    private int arrivals;

    void apply(MovementType type, Move... moves) {
        List<Piece> carried = new ArrayList<>();
        for (Move move : moves) {
            for (int i = 0; i < -move.quantity(); i++) {
                takeOne(move).ifPresent(carried::add);
            }
        }
        for (Move move : moves) {
            int arrival = arrivals++;
            for (int i = 0; i < move.quantity(); i++) {
                putOne(type == MovementType.TRANSFER ? carriedOne(move, carried, arrival) : bought(move, arrival));
            }
        }
    }

    private Optional<Piece> takeOne(Move move) {
        Optional<Piece> piece = pieces.stream()
                .filter(one -> one.place().equals(move.place()))
                .min(Comparator.comparing((Piece one) ->
                                !(move.lot() != null && move.lot().equals(one.lot())))
                        .thenComparing(Piece::day)
                        .thenComparing(Piece::arrival));
        piece.ifPresentOrElse(pieces::remove, () -> owed.merge(move.place(), 1, Integer::sum));
        return piece;
    }

    private static Piece carriedOne(Move move, List<Piece> carried, int arrival) {
        Piece piece = carried.stream()
                .filter(one -> move.lot() != null && move.lot().equals(one.lot()))
                .findFirst()
                .or(() -> carried.stream().findFirst())
                .orElse(null);
        if (piece == null) {
            return bought(move, arrival);
        }
        carried.remove(piece);
        return new Piece(move.place(), move.lot() == null ? piece.lot() : move.lot(), piece.day(), arrival);
    }

    private static Piece bought(Move move, int arrival) {
        return new Piece(move.place(), move.lot(), move.day(), arrival);
    }

    private void putOne(Piece piece) {
        int debt = owed.getOrDefault(piece.place(), 0);
        if (debt > 0) {
            owed.put(piece.place(), debt - 1);
        } else {
            pieces.add(piece);
        }
    }

    String layers() {
        return pieces.stream()
                .collect(Collectors.groupingBy(
                        piece -> piece.place() + Objects.toString(piece.lot(), "") + ":" + piece.day(),
                        TreeMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(layer -> layer.getKey() + "×" + layer.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
