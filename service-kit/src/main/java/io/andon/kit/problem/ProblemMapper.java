package io.andon.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request ended in into a problem document. Texts of unexpected exceptions go to the log only. */
final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response failure(Failure failure, UriInfo uri) {
        return failure.asProblem().response(uri.getPath());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, UriInfo uri) {
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(violation -> FieldError.of(violation))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
        return new Problem(400, "VALIDATION_FAILED", "The request is invalid", detail, Map.of("errors", errors))
                .response(uri.getPath());
    }

    /** {@link MismatchedInputException} by name as well: Quarkus brings a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(JsonProcessingException malformed, UriInfo uri) {
        FieldError error = MalformedJson.explain(malformed);
        return new Problem(
                        400,
                        "MALFORMED_BODY",
                        "The body cannot be read",
                        error.field().isEmpty() ? error.message() : error.field() + ": " + error.message(),
                        error.field().isEmpty() ? Map.of() : Map.of("errors", List.of(error)))
                .response(uri.getPath());
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthorized(UriInfo uri) {
        Response problem = Problem.of(
                        401,
                        "UNAUTHORIZED",
                        "No valid access token",
                        "Send a valid access token in the header Authorization: Bearer …")
                .response(uri.getPath());
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        return Problem.of(403, "FORBIDDEN", "A role is lacking", "Your roles do not allow this.")
                .response(uri.getPath());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failed, UriInfo uri) {
        if (failed.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed, uri);
        }
        int status = failed.getResponse().getStatus();
        return status >= 500 ? unexpected(failed, uri) : HttpProblems.of(status).response(uri.getPath());
    }

    @ServerExceptionMapper
    Response unexpected(Exception unexpected, UriInfo uri) {
        UUID correlationId = UUID.randomUUID();
        LOG.errorf(unexpected, "request failed, correlationId=%s path=%s", correlationId, uri.getPath());
        return new Problem(
                        500,
                        "INTERNAL_ERROR",
                        "Something went wrong on our side",
                        "Nothing was changed. Quote the correlation id when you report this.",
                        Map.of("correlationId", correlationId))
                .response(uri.getPath());
    }
}
