package io.andon.gateway;

import io.andon.events.Topics;
import java.util.stream.IntStream;

/** Numbered events of one tenant, each with so much padding. */
record PaddedEvents(TestRecords records, String tenant, String pad) {

    /** With 8 KB each, less than a client may be owed before it counts as slow and what waits for it is dropped. */
    private static final int SLICE = 20;

    /** Those from {@code from}, below {@code to}. */
    void send(int from, int to) {
        records.sendAll(IntStream.range(from, to)
                .mapToObj(i -> TestRecords.record(
                        Topics.WORKORDER_EVENTS,
                        tenant,
                        "production:changed",
                        "{\"i\":" + i + ",\"pad\":\"" + pad + "\"}")));
    }

    /** Not faster than the observer gets them. */
    void sendTo(SseClient observer, int from, int to) {
        for (int begin = from; begin < to; begin += SLICE) {
            int end = Math.min(begin + SLICE, to);
            send(begin, end);
            observer.await(event -> event.data().contains("\"i\":" + (end - 1) + ","));
        }
    }

    /** The position of the first of them; the observer has got the rest, too. */
    String firstOf(int count, SseClient observer) {
        send(0, 1);
        String position = observer.nextOfTenant().id();
        sendTo(observer, 1, count);
        return position;
    }
}
