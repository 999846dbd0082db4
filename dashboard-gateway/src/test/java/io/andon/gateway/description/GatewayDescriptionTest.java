package io.andon.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description is written by hand: it is held against the sources of what it describes. */
class GatewayDescriptionTest {

    private static final Path ROUTES = Path.of("src/main/java/io/andon/gateway/stream");
    private static final Path ACCESS = Path.of("src/main/java/io/andon/gateway/access");
    private static final JsonObject PATHS = Descriptions.gateway().getJsonObject("paths");

    @Test
    void namesEveryPathOfTheStream() throws IOException {
        Set<String> described = PATHS.fieldNames().stream()
                .filter(path -> path.startsWith("/events"))
                .collect(Collectors.toSet());

        assertThat(described).isEqualTo(inSources("\"(/events(?:/[a-z]+)?)\"", ROUTES));
    }

    @ParameterizedTest
    @CsvSource({
        "/events, get, 200 204 400 401 403 429 503",
        "/events/changes, get, 200 400 401 403 503",
        "/events/stats, get, 200 401 403 503",
        "/events/session, post, 204 400 401 403 503",
        "/events/session, delete, 204"
    })
    void namesEveryStatus(String path, String method, String statuses) {
        JsonObject operation = PATHS.getJsonObject(path).getJsonObject(method);

        assertThat(String.join(
                        " ", new TreeSet<>(operation.getJsonObject("responses").fieldNames())))
                .isEqualTo(statuses);
        assertThat(operation.containsKey("security")).isTrue();
    }

    @Test
    void namesEveryCodeOfAProblem() throws IOException {
        String described = Descriptions.gateway().encode();

        assertThat(inSources("\"([A-Z]+(?:_[A-Z]+)*)\"", ROUTES, ACCESS))
                .contains("TENANT_SUSPENDED", "TOKEN_TOO_LONG")
                .filteredOn(code -> !code.equals("INTERNAL_ERROR"))
                .allSatisfy(code -> assertThat(described).contains(code));
    }

    @Test
    void namesEveryParameterOfAStream() throws IOException {
        Set<String> described = PATHS.getJsonObject("/events").getJsonObject("get").getJsonArray("parameters").stream()
                .map(parameter -> ((JsonObject) parameter).getString("name"))
                .collect(Collectors.toSet());

        assertThat(described)
                .isEqualTo(inSources("get(?:Param|Header)\\(\"([^\"]+)\"", ROUTES.resolve("StreamRequest.java")));
    }

    private static Set<String> inSources(String pattern, Path... places) throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return Pattern.compile(pattern)
                .matcher(sources)
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.toSet());
    }
}
