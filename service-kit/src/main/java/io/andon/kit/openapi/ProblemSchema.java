package io.andon.kit.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The form of a problem document (RFC 9457), for the OpenAPI document. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema create() {
        Schema fieldError = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("field", string("Its path in the body, or the name of the parameter."))
                .addProperty("message", string("What is wrong with it, for people."));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(
                        "What is wrong and, where there is one, the way out (RFC 9457). A code may bring members of its own.")
                .addProperty("type", string("A stable URI; ends in the code."))
                .addProperty("title", string("The same for every occurrence of the code."))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", string("What is wrong this time, for people."))
                .addProperty("instance", string("The path of the request."))
                .addProperty("code", string("Stable, for programs; for instance `INSUFFICIENT_STOCK`."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fieldError))
                .addExample(example());
    }

    /** In the order of the specification, so that every build writes the same document. */
    private static Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "https://andon.dev/problems/work-order-not-found");
        example.put("title", "No such work order");
        example.put("status", 404);
        example.put("detail", "There is no work order 0197f3c2-0000-7000-8000-000000000000.");
        example.put("instance", "/work-orders/0197f3c2-0000-7000-8000-000000000000");
        example.put("code", "WORK_ORDER_NOT_FOUND");
        return example;
    }

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(NAME)));
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
