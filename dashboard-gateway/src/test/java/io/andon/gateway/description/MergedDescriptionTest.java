package io.andon.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class MergedDescriptionTest {

    private static final JsonObject FIRST = json(
            """
            {"openapi": "3.1.0", "info": {"title": "all"},
             "paths": {"/here": {"get": {"security": [{"bearer": []}]}}},
             "components": {"securitySchemes": {"bearer": {"type": "http"}}, "schemas": {"Id": {"type": "string"}}}}""");

    @Test
    void hasThePathsOfAllAndTheTitleOfTheFirst() {
        JsonObject merged = new MergedDescription(FIRST)
                .with("One", json("{'info': {'title': 'one'}, 'paths': {'/one': {'get': {}}}}"))
                .with("Two", json("{'info': {'title': 'two'}, 'paths': {'/two': {'get': {}}}}"))
                .document();

        assertThat(merged.getJsonObject("paths").fieldNames()).containsExactly("/here", "/one", "/two");
        assertThat(merged.getJsonObject("info").getString("title")).isEqualTo("all");
    }

    @Test
    void keepsWhatIsTheSameOnce() {
        JsonObject merged = new MergedDescription(FIRST)
                .with("One", schemas("{'Id': {'type': 'string'}, 'Own': {'$ref': '#/components/schemas/Id'}}"))
                .document();

        assertThat(schemas(merged).fieldNames()).containsExactly("Id", "Own");
    }

    @Test
    void renamesWhatMeansSomethingElseAndAllThatRefersToIt() {
        String page = "{'properties': {'data': {'items': {'$ref': '#/components/schemas/Row'}}}}";
        JsonObject merged = new MergedDescription(FIRST)
                .with("One", schemas("{'Row': {'type': 'object'}, 'Page': " + page + "}"))
                .with(
                        "Two",
                        schemas("{'Row': {'type': 'array'}, 'Page': " + page + "}")
                                .put("paths", json("{'/two': {'$ref': '#/components/schemas/Page'}}")))
                .document();

        assertThat(schemas(merged).fieldNames()).containsExactly("Id", "Row", "Page", "TwoRow", "TwoPage");
        assertThat(merged.getJsonObject("paths").getJsonObject("/two").getString("$ref"))
                .isEqualTo("#/components/schemas/TwoPage");
        assertThat(schemas(merged).getJsonObject("TwoPage").encode()).contains("#/components/schemas/TwoRow\"");
        assertThat(schemas(merged).getJsonObject("Page").encode()).contains("#/components/schemas/Row\"");
    }

    @Test
    void letsTheFirstSayHowToSignIn() {
        JsonObject merged = new MergedDescription(FIRST)
                .with("One", json("{'components': {'securitySchemes': {'bearer': {'type': 'openIdConnect'}}}}"))
                .document();

        assertThat(merged.getJsonObject("components").getJsonObject("securitySchemes"))
                .isEqualTo(json("{'bearer': {'type': 'http'}}"));
    }

    private static JsonObject schemas(String schemas) {
        return json("{'paths': {}, 'components': {'schemas': " + schemas + "}}");
    }

    private static JsonObject schemas(JsonObject document) {
        return document.getJsonObject("components").getJsonObject("schemas");
    }

    private static JsonObject json(String text) {
        return new JsonObject(text.replace('\'', '"'));
    }
}
