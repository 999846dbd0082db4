package io.andon.local.demo.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, in the order of time; at the same time, in the order in which it was noted. For one thread. */
final class Agenda {

    private record Entry(Instant at, long number, Runnable what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long noted;

    void note(Instant at, Runnable what) {
        entries.add(new Entry(at, noted++, what));
    }

    /** Lets everything happen that lies before {@code end}, also what is noted meanwhile. */
    void run(Instant end) {
        while (!entries.isEmpty() && entries.peek().at().isBefore(end)) {
            entries.remove().what().run();
        }
    }
}
