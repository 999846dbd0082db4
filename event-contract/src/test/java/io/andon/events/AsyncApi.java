package io.andon.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The AsyncAPI document as a test reads it: references followed, payloads checked against it. */
final class AsyncApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaValidatorsConfig STRICT_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    private AsyncApi(JsonNode document) {
        this.document = document;
    }

    static AsyncApi read() throws IOException {
        try (InputStream file = EventType.class.getResourceAsStream("asyncapi.json")) {
            return new AsyncApi(JSON.readTree(file));
        }
    }

    /** The names of the messages that travel on a channel; empty if there is no such channel. */
    Set<String> messagesOf(String channel) {
        return StreamSupport.stream(
                        at("/channels/" + channel.replace("/", "~1"))
                                .path("messages")
                                .spliterator(),
                        false)
                .map(message -> follow(message).path("name").asText())
                .collect(Collectors.toSet());
    }

    /** The reference to the payload of the message of that name. */
    String payloadOf(String messageName) {
        return StreamSupport.stream(at("/components/messages").spliterator(), false)
                .filter(message -> message.path("name").asText().equals(messageName))
                .map(message -> message.path("payload").path("$ref").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message " + messageName));
    }

    /** What is wrong with a payload, according to the schema that {@code reference} names. */
    Set<String> complaints(String reference, String payload) {
        ObjectNode root = JSON.createObjectNode().put("$ref", reference);
        root.set("components", document.path("components"));
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root, STRICT_FORMATS);
        return schema.validate(parse(payload)).stream().map(Object::toString).collect(Collectors.toSet());
    }

    /** The schema itself, or of several alternatives the one that speaks of {@code metric}. */
    JsonNode schema(String reference, Optional<String> metric) {
        JsonNode schema = at(reference.substring(1));
        if (metric.isEmpty()) {
            return schema;
        }
        return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                .map(this::follow)
                .filter(alternative ->
                        alternative.at("/properties/metric/const").asText().equals(metric.get()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no payload of metric " + metric.get()));
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    private JsonNode follow(JsonNode reference) {
        return at(reference.path("$ref").asText().substring(1));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
