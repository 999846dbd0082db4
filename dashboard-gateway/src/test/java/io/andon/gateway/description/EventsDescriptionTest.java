package io.andon.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventsDescriptionTest {

    private static final Path SYSTEM_FRAMES = Path.of("src/main/java/io/andon/gateway/fanout/SystemFrames.java");

    @Test
    void namesTheStreamsOwnEvents() throws IOException {
        JsonObject messages = new JsonObject(Descriptions.events())
                .getJsonObject("components")
                .getJsonObject("messages");
        Set<String> described = messages.stream()
                .map(message -> ((JsonObject) message.getValue()).getString("name"))
                .filter(name -> name.startsWith("system."))
                .collect(Collectors.toSet());

        assertThat(described)
                .isEqualTo(Pattern.compile("\"(system\\.[a-z]+)\"")
                        .matcher(Files.readString(SYSTEM_FRAMES))
                        .results()
                        .map(name -> name.group(1))
                        .collect(Collectors.toSet()));
    }
}
