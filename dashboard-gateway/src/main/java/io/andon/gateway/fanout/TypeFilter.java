package io.andon.gateway.fanout;

import java.util.Set;

/**
 * The types of event that a client wants; an empty set means all. Events of the gateway itself are never filtered.
 */
public record TypeFilter(Set<String> types) {

    public static final TypeFilter ALL = new TypeFilter(Set.of());

    public TypeFilter {
        types = Set.copyOf(types);
    }

    public boolean accepts(Frame frame) {
        return accepts(frame.type());
    }

    public boolean accepts(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
