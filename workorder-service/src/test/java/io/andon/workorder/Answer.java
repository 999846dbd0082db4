package io.andon.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** What the service answered. */
public record Answer(int status, JsonNode json, String text) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public static Answer of(Response response) {
        String text = response.asString();
        try {
            return new Answer(response.statusCode(), JSON.readTree(text), text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    /** This answer, after a check that it has that status. */
    public Answer expect(int expected) {
        assertThat(status).as("status of %s", text).isEqualTo(expected);
        return this;
    }

    /** This answer, after a check that it is a problem document with that status and code. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(json.path("code").asText()).as(text).isEqualTo(code);
        assertThat(json.path("status").asInt()).isEqualTo(expected);
        assertThat(json.path("type").asText()).startsWith("https://");
        assertThat(json.path("title").asText()).isNotBlank();
        assertThat(json.path("detail").asText()).isNotBlank();
        assertThat(json.path("instance").asText()).startsWith("/");
        return this;
    }

    /** The text at a JSON pointer. */
    public String at(String pointer) {
        return json.at(pointer).asText();
    }

    public String id() {
        return at("/id");
    }

    public BigDecimal number(String pointer) {
        assertThat(json.at(pointer).isNumber()).as("%s of %s", pointer, text).isTrue();
        return json.at(pointer).decimalValue();
    }
}
