package io.andon.workorder.stock;

import io.andon.kit.problem.InvalidField;
import java.util.UUID;

/** Where a page of balances ended. */
final class BinCursor {

    private static final int PARTS = 3;

    private BinCursor() {}

    /** @throws InvalidField if {@code key} is not a {@link Balance#key()} */
    static Bin of(String key) {
        String[] parts = key.split("\\|", PARTS);
        try {
            return new Bin(UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw new InvalidField("cursor", "is not a cursor of this list");
        }
    }
}
