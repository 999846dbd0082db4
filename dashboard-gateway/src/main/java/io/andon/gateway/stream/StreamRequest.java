package io.andon.gateway.stream;

import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.TypeFilter;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client asks for: which types, and from where. */
record StreamRequest(TypeFilter filter, Resume resume) {

    private static final int MAX_TYPES = 50;

    /** The request cannot be understood, in a way that no later attempt will cure. */
    static final class Invalid extends RuntimeException {
        Invalid(String message) {
            super(message);
        }

        Problem problem() {
            return Problem.of(400, "INVALID_PARAMETER", "Invalid parameter", getMessage());
        }
    }

    /** @throws Invalid if a parameter is malformed; a malformed position is not: its client is told to resync */
    static StreamRequest of(HttpServerRequest request) {
        return new StreamRequest(filter(request.getParam("types")), resume(request));
    }

    private static TypeFilter filter(@Nullable String types) {
        if (types == null || types.isBlank()) {
            return TypeFilter.ALL;
        }
        Set<String> names = Stream.of(types.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (names.size() > MAX_TYPES) {
            throw new Invalid("types names more than " + MAX_TYPES + " types");
        }
        return new TypeFilter(names);
    }

    /** The header is the browser's own and wins over the parameters, which stay the same when it reconnects. */
    private static Resume resume(HttpServerRequest request) {
        String header = request.getHeader("Last-Event-ID");
        String position = header == null || header.isEmpty() ? request.getParam("lastEventId") : header;
        if (position != null && !position.isEmpty()) {
            return StreamPosition.parse(position).<Resume>map(Resume.After::new).orElseGet(Resume.Unreadable::new);
        }
        String since = request.getParam("since");
        return since == null || since.isEmpty() ? new Resume.Fresh() : since(since);
    }

    private static Resume since(String text) {
        try {
            return new Resume.Since(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new Invalid("since is not an RFC 3339 time, such as 2026-11-24T08:00:00Z");
        }
    }
}
