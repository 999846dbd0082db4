package io.andon.workorder.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an item is to the factory. */
public enum ItemType {
    RAW,
    INTERMEDIATE,
    FINISHED;

    /** @throws IllegalArgumentException if there is no such type */
    static ItemType of(String wireName) {
        for (ItemType type : values()) {
            if (type.toString().equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException(wireName);
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
