package io.andon.gateway.stream;

import io.andon.gateway.problem.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What no route under {@code /events} has foreseen. Quarkus' own handler would log the address with its parameters, of
 * which one may be a token.
 */
@Singleton
final class UnexpectedFailures {

    private static final Logger LOG = Logger.getLogger(UnexpectedFailures.class);

    void register(@Observes Router router) {
        router.route("/events").failureHandler(UnexpectedFailures::answer);
        router.route("/events/*").failureHandler(UnexpectedFailures::answer);
    }

    private static void answer(RoutingContext request) {
        UUID correlationId = UUID.randomUUID();
        LOG.errorf(
                request.failure(),
                "%s failed, correlation id %s",
                request.request().path(),
                correlationId);
        Problem.of(
                        500,
                        "INTERNAL_ERROR",
                        "Internal error",
                        "Something failed here; its log knows it as " + correlationId)
                .send(request);
    }
}
