package io.andon.workorder.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.workorder.Answer;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the service's OpenAPI document.
 *
 * @param contentType of the body
 * @param body an example of what it takes, with the document's ids in it; null if it takes nothing
 * @param idParameters query parameters that name something by its id
 */
record Operation(
        Method method, String path, String role, String contentType, @Nullable String body, List<String> idParameters) {

    private static final String JSON = "application/json";
    private static final Pattern ROLE = Pattern.compile("Role: `(\\w+)`\\.");

    /** For bodies whose schema shows no example, or one that asks for more than its role allows. */
    private static final Map<String, String> BODIES = Map.of(
            "NewSettings", "{\"zone\": \"Europe/Lisbon\", \"currency\": \"EUR\"}",
            "NewLocation", "{\"code\": \"A-01\", \"name\": \"Rack A 1\"}",
            "ItemChange", "{\"name\": \"Stolen\"}",
            "AskedOverdraft", "{}");

    static List<Operation> all() {
        JsonNode document =
                Answer.of(RestAssured.get("/q/openapi?format=json")).expect(200).json();
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(entry -> operations.add(of(document, path.getKey(), entry.getKey(), entry.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode document, String path, String method, JsonNode described) {
        Matcher role = ROLE.matcher(described.path("description").asText());
        if (!role.find()) {
            throw new AssertionError(method + " " + path + " names no role");
        }
        List<String> ids = new ArrayList<>();
        described.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && name.endsWith("Id")) {
                ids.add(name);
            }
        });
        JsonNode content = described.at("/requestBody/content");
        String contentType = content.isEmpty() ? JSON : content.fieldNames().next();
        return new Operation(
                Method.valueOf(method.toUpperCase(Locale.ROOT)),
                path,
                role.group(1),
                contentType,
                body(document, content.path(contentType)),
                ids);
    }

    private static @Nullable String body(JsonNode document, JsonNode content) {
        String reference = content.at("/schema/$ref").asText();
        if (reference.isEmpty()) {
            return null;
        }
        String schema = reference.substring(reference.lastIndexOf('/') + 1);
        JsonNode example = document.at(reference.substring(1)).at("/examples/0");
        String body = BODIES.getOrDefault(schema, example.isMissingNode() ? "" : example.toString());
        if (body.isEmpty()) {
            throw new AssertionError("an example of " + schema + " is needed here");
        }
        return body;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
