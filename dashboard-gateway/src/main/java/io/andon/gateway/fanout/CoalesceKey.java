package io.andon.gateway.fanout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.andon.events.EventType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Which events make earlier ones worthless: {@code metrics:updated} says that a metric has new figures, and a client
 * that asks for them after the last such event has missed nothing. Any other event tells a fact of its own.
 *
 * <p>Found once, when the frame is made, so that a delivery does not look into its event.
 */
final class CoalesceKey {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String METRIC = "metric";

    private CoalesceKey() {}

    /** @return null for an event that no later one replaces, also if its value is not what the contract says */
    static @Nullable String of(String type, byte[] value) {
        if (!type.equals(EventType.METRICS_UPDATED.wireName())) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(value)) {
            return metric(parser);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String metric(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(METRIC);
            JsonToken token = parser.nextToken();
            if (found) {
                return token == JsonToken.VALUE_STRING
                        ? EventType.METRICS_UPDATED.wireName() + '/' + parser.getText()
                        : null;
            }
            parser.skipChildren();
        }
        return null;
    }
}
