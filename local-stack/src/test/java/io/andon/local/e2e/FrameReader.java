package io.andon.local.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Parses a stream of server-sent events as browsers do (HTML Standard §9.2.6). */
final class FrameReader {

    private final BufferedReader lines;
    private String lastId = "";

    FrameReader(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The next frame that carries data; empty at the end of the stream. */
    Optional<Frame> next() throws IOException {
        String event = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    return Optional.of(new Frame(lastId, event, data.substring(0, data.length() - 1)));
                }
                event = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "id" -> lastId = value;
                case "event" -> event = value;
                case "data" -> data.append(value).append('\n');
                default -> {
                    // Comments have an empty name; unknown fields are to be ignored.
                }
            }
        }
        return Optional.empty();
    }
}
