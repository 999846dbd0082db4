package io.andon.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Adds to each operation the problems that it may answer, the role that it needs, and for a POST its idempotency key. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CommonOperations implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(ProblemSchema.NAME, ProblemSchema.create());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        boolean changes = method != HttpMethod.GET;
        if (method == HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        addRole(operation);
        APIResponses answers = operation.getResponses();
        boolean takesSomething = operation.getRequestBody() != null
                || (operation.getParameters() != null
                        && !operation.getParameters().isEmpty());
        if (takesSomething) {
            problem(answers, "400", "Something in the request is malformed or invalid: `errors` names the fields.");
        }
        problem(answers, "401", "There is no valid access token.");
        problem(answers, "403", "The caller's roles do not allow this.");
        if (path.contains("{") || operation.getRequestBody() != null) {
            problem(answers, "404", "Something named in the request does not exist in the caller's tenant.");
        }
        if (changes) {
            problem(answers, "409", "The present state does not allow this: `code` says why. Nothing was changed.");
        }
        if (operation.getRequestBody() != null) {
            problem(answers, "413", "The body is too large.");
            problem(answers, "415", "The body is of another type.");
        }
    }

    /** What a resource says itself of a status stays in front; the common form of the body is added where it has none. */
    private static void problem(APIResponses answers, String status, String description) {
        var answer = Optional.ofNullable(answers.getAPIResponse(status)).orElseGet(OASFactory::createAPIResponse);
        if (answer.getContent() == null) {
            boolean generated =
                    answer.getDescription() == null || !answer.getDescription().endsWith(".");
            answers.addAPIResponse(
                    status,
                    answer.description(generated ? description : answer.getDescription())
                            .content(ProblemSchema.content()));
        }
    }

    private static void addRole(Operation operation) {
        List<String> roles = operation.getSecurity() == null
                ? List.of()
                : operation.getSecurity().stream()
                        .flatMap(CommonOperations::scopes)
                        .distinct()
                        .toList();
        if (!roles.isEmpty()) {
            @Nullable String described = operation.getDescription();
            operation.setDescription(
                    (described == null ? "" : described + "\n\n") + "Role: `" + String.join("` or `", roles) + "`.");
        }
    }

    private static Stream<String> scopes(SecurityRequirement requirement) {
        Map<String, List<String>> schemes = requirement.getSchemes();
        return schemes == null ? Stream.of() : schemes.values().stream().flatMap(List::stream);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Names this attempt, 1 to 200 visible ASCII characters. The same key with the same request gives"
                                + " the first answer again and does nothing a second time; with another request it is 409"
                                + " `IDEMPOTENCY_KEY_REUSED`.")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(200));
    }
}
