package io.andon.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamParserTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
    private static final NumberedValue VALUE = new NumberedValue(200, 1);

    private final Heard heard = new Heard();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1000, 1 << 20})
    void findsEveryEventHoweverTheStreamIsCut(int largestCut) {
        StringBuilder stream = new StringBuilder(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
        stream.append(chunk("retry: 2000\n\nevent: system.ready\ndata: {}\n\n"));
        for (int i = 1; i <= 500; i++) {
            String first = event(i);
            String second = event(++i);
            stream.append(
                    chunk(i % 50 == 0 ? first + "event: system.heartbeat\ndata: {}\n\n" + second : first + second));
        }

        feed(stream.toString(), largestCut, false);

        assertThat(heard.status).isEqualTo(200);
        assertThat(heard.numbers).hasSize(500).isSorted().startsWith(1L, 2L).endsWith(500L);
        assertThat(heard.sent).hasSize(500).allMatch(sent -> sent >= 7_000_000_001L && sent <= 7_000_000_500L);
        assertThat(heard.others).hasSize(12).contains("retry: 2000\n\n");
    }

    @Test
    void passesOnWhatIsLostRepeatedOrOutOfOrder() {
        String events = event(5) + event(6) + event(9) + event(9) + event(7) + event(8);

        feed(HEAD + "\r\n" + events, 64, false);

        assertThat(heard.numbers).containsExactly(5L, 6L, 9L, 9L, 7L, 8L);
    }

    @Test
    void findsNumbersWithoutAnEnvelope() {
        String events = "id: 1\ndata: " + value(1) + "\n\nid: 2\ndata: " + value(2) + "\n\n";

        feed(HEAD + "\r\n" + events, 1000, false);

        assertThat(heard.numbers).containsExactly(1L, 2L);
    }

    @Test
    void tellsTheIdOfTheLastEvent() {
        feed(HEAD + "\r\n" + event(1) + event(2) + event(3) + "id: 99", 1 << 20, true);

        assertThat(heard.lastId).isEqualTo("workorder.events/0@3");
    }

    @Test
    void endsWithTheLastChunkOrTheLength() {
        feed(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk(event(1)) + "0\r\n\r\n", 10, false);
        assertThat(heard.ends).isEqualTo(1);

        String refusal = "retry: 5\nevent: system.refused\ndata: {}\n\n";
        feed(HEAD + "Content-Length: " + refusal.length() + "\r\n\r\n" + refusal, 10, false);
        assertThat(heard.ends).isEqualTo(2);
        assertThat(heard.others).containsExactly(refusal);
    }

    private void feed(String stream, int largestCut, boolean keepsIds) {
        StreamParser parser = new StreamParser(heard, keepsIds);
        byte[] bytes = stream.getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(1);
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, 1 + random.nextInt(largestCut));
            ByteBuffer piece =
                    ByteBuffer.allocateDirect(length).put(bytes, from, length).flip();
            parser.feed(piece);
            from += length;
        }
    }

    private static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    private static String event(int number) {
        return "id: workorder.events/0@" + number + "\nevent: production:changed\ndata: {\"data\":" + value(number)
                + "}\n\n";
    }

    private static String value(int number) {
        return new String(VALUE.of(number, 7_000_000_000L + number), StandardCharsets.US_ASCII);
    }

    private static final class Heard implements StreamListener {
        private int status;
        private int ends;
        private String lastId = "";
        private final List<Long> numbers = new ArrayList<>();
        private final List<Long> sent = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        @Override
        public void status(int answered) {
            status = answered;
        }

        @Override
        public void numbered(long sequence) {
            numbers.add(sequence);
        }

        @Override
        public boolean samples(long sequence) {
            return true;
        }

        @Override
        public void sent(long sequence, long sentNanos) {
            sent.add(sentNanos);
        }

        @Override
        public void other(String event) {
            others.add(event);
        }

        @Override
        public void lastId(String id) {
            lastId = id;
        }

        @Override
        public void end() {
            ends++;
        }
    }
}
