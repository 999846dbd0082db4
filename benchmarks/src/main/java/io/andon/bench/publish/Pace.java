package io.andon.bench.publish;

/** When the next round of events, one for each tenant, may be produced. */
public sealed interface Pace {

    /**
     * A closed loop: no more rounds in flight than that, counted where it matters, at the slowest subscriber. So a server
     * can win neither by holding events back without bound nor by dropping them.
     */
    record Window(int rounds) implements Pace {

        private static final int FEWEST = 10;
        private static final int MOST = 256;

        /** As many rounds as keep about that many deliveries in flight; the same rule for every server. */
        public static Window of(int deliveriesInFlight, int subscribers) {
            return new Window(Math.max(FEWEST, Math.min(MOST, deliveriesInFlight / subscribers)));
        }
    }

    /** An open loop: so many rounds a second, whatever becomes of them. */
    record Rate(double perSecond) implements Pace {}
}
