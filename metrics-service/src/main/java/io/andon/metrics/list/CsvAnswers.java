package io.andon.metrics.list;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the OpenAPI document that figures also come as CSV. That is a method of its own, and a document has room for
 * one operation at a path.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CsvAnswers implements OASFilter {

    private static final String PIN = "runId";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getGET)
                .filter(CsvAnswers::listsFigures)
                .forEach(list -> list.getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .addMediaType(
                                "text/csv",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema()
                                                .addType(SchemaType.STRING)
                                                .description("The whole list (RFC 4180), with a header row."))));
    }

    private static boolean listsFigures(@Nullable Operation get) {
        return get != null
                && get.getParameters() != null
                && get.getParameters().stream()
                        .anyMatch(
                                parameter -> PIN.equals(parameter.getName()) && parameter.getIn() == Parameter.In.QUERY)
                && get.getResponses().getAPIResponse("200").getContent().getMediaType(MediaType.APPLICATION_JSON)
                        != null;
    }
}
