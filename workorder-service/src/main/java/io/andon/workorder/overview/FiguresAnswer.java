package io.andon.workorder.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers with figures, or with 304 where the caller names them in {@code If-None-Match} (RFC 9110 §13.1.2). The tag is
 * a digest of all but {@code asOf}: it changes when the figures do. It is weak, because two answers with the same
 * figures still differ in that.
 */
@RequestScoped
class FiguresAnswer {

    private static final int DIGEST_BYTES = 16;
    private static final String WEAK = "W/";

    @Context
    HttpHeaders headers;

    private final ObjectMapper json;

    FiguresAnswer(ObjectMapper json) {
        this.json = json;
    }

    <T> RestResponse<T> of(T figures) {
        String tag = tag(figures);
        RestResponse.ResponseBuilder<T> answer = isKnown(tag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(figures);
        // A browser's own cache would show confirmed figures under the time of the first answer, hence as old ones.
        return answer.header(HttpHeaders.ETAG, WEAK + tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String tag(Object figures) {
        ObjectNode tree = json.valueToTree(figures);
        tree.remove("asOf");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(tree));
            return '"'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES))
                    + '"';
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JVM has SHA-256", missing);
        }
    }

    /** Compared weakly, as the RFC asks for. */
    private boolean isKnown(String tag) {
        @Nullable String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && (known.strip().equals("*")
                        || List.of(known.replace(WEAK, "").split("\\s*,\\s*", -1))
                                .contains(tag));
    }
}
