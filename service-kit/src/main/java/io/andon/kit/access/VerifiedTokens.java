package io.andon.kit.access;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that have been verified, each for as long as it may be taken without another look. Every thread calls it; a call
 * holds the lock for a look-up in a hash table, or to drop what is over. Bounded: when full, the one verified the longest
 * ago gives way.
 */
final class VerifiedTokens {

    static final int MOST = 1_000;

    /** Times are milliseconds since 1970; a clock that was set back must make nothing last longer. */
    private record Kept(VerifiedCaller caller, long fromMs, long untilMs) {
        boolean isGoodAt(long nowMs) {
            return fromMs <= nowMs && nowMs < untilMs;
        }
    }

    /** By the whole token, from the one verified first on. */
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    synchronized @Nullable VerifiedCaller find(String token, long nowMs) {
        Kept found = kept.get(token);
        return found != null && found.isGoodAt(nowMs) ? found.caller() : null;
    }

    /** Keeps nothing if it would be over at once. */
    synchronized void keep(String token, VerifiedCaller caller, long fromMs, long untilMs) {
        if (untilMs <= fromMs) {
            return;
        }
        kept.remove(token);
        Iterator<Kept> fromTheOldest = kept.values().iterator();
        while (fromTheOldest.hasNext()) {
            Kept oldest = fromTheOldest.next();
            if (kept.size() < MOST && fromMs < oldest.untilMs()) {
                break;
            }
            fromTheOldest.remove();
        }
        kept.put(token, new Kept(caller, fromMs, untilMs));
    }
}
