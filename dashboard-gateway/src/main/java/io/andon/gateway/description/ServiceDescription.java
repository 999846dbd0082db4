package io.andon.gateway.description;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of one service, asked for when somebody wants it and then kept for a while: it changes only with
 * the service's version. A service that is away is described by what it said last.
 *
 * <p>Called by any event loop. However many ask at once, one request is under way.
 */
final class ServiceDescription {

    /** The service could not be asked, and has never been before. */
    static final class Unavailable extends RuntimeException {
        private final String service;

        Unavailable(String service, Throwable cause) {
            super(service + " does not tell its API", cause);
            this.service = service;
        }

        String service() {
            return service;
        }
    }

    private static final Logger LOG = Logger.getLogger(ServiceDescription.class);
    private static final String PATH = "/q/openapi?format=json";
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String service;
    private final URI url;
    private final HttpClient client;
    private final Clock clock;

    private @Nullable JsonObject known;
    private Instant knownUntil = Instant.MIN;
    private @Nullable Future<JsonObject> asking;

    ServiceDescription(String service, URI url, HttpClient client, Clock clock) {
        this.service = service;
        this.url = url;
        this.client = client;
        this.clock = clock;
    }

    /** The document, or a failure that is {@link Unavailable}. Nobody may change the document. */
    synchronized Future<JsonObject> document() {
        if (known != null && clock.instant().isBefore(knownUntil)) {
            return Future.succeededFuture(known);
        }
        if (asking != null) {
            return asking;
        }
        Promise<JsonObject> promise = Promise.promise();
        asking = promise.future();
        ask().onComplete(answer -> {
            settled();
            promise.handle(answer);
        });
        return promise.future();
    }

    private Future<JsonObject> ask() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url.resolve(PATH).toString())
                .setConnectTimeout(TIMEOUT.toMillis())
                .setTimeout(TIMEOUT.toMillis());
        return client.request(request)
                // The body is asked for where the response arrives: asked for a thread later, it may have gone by.
                .compose(sending -> sending.send().compose(HttpClientResponse::body))
                .map(JsonObject::new)
                .map(this::keep)
                .recover(this::lastKnown);
    }

    private synchronized JsonObject keep(JsonObject document) {
        if (!document.containsKey("paths")) {
            throw new IllegalStateException("this is no OpenAPI document");
        }
        known = document;
        knownUntil = clock.instant().plus(KEPT_FOR);
        return document;
    }

    private synchronized Future<JsonObject> lastKnown(Throwable failure) {
        LOG.debugf(failure, "%s does not tell its API", service);
        return known == null ? Future.failedFuture(new Unavailable(service, failure)) : Future.succeededFuture(known);
    }

    /** Before anybody hears the answer: who hears it and asks again is not given it once more. */
    private synchronized void settled() {
        asking = null;
    }
}
