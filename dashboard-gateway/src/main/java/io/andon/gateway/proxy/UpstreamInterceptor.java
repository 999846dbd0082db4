package io.andon.gateway.proxy;

import io.andon.gateway.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Around each request to one service: limits its body, says whose request it was, and explains a failure. */
final class UpstreamInterceptor implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(UpstreamInterceptor.class);

    private final Upstream upstream;
    private final long maxBody;

    UpstreamInterceptor(Upstream upstream, long maxBody) {
        this.upstream = upstream;
        this.maxBody = maxBody;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        addForwarded(request);
        AtomicBoolean tooLarge = new AtomicBoolean();
        Body body = request.getBody();
        if (body.length() < 0) {
            request.setBody(Body.body(new BodyLimit(body.stream(), maxBody, () -> tooLarge.set(true))));
        }
        return context.sendRequest().recover(failure -> {
            LOG.debugf(failure, "%s did not answer", upstream.service());
            Problem problem = ProxyProblems.unavailable(upstream, failure);
            if (tooLarge.get()) {
                RestOfBody.discard(request.proxiedRequest());
                problem = ProxyProblems.bodyTooLarge(maxBody);
            }
            return Future.succeededFuture(answer(request, problem));
        });
    }

    private static void addForwarded(ProxyRequest request) {
        HttpServerRequest original = request.proxiedRequest();
        if (original.remoteAddress() != null) {
            request.headers().add("X-Forwarded-For", original.remoteAddress().hostAddress());
        }
        request.headers().set("X-Forwarded-Proto", original.scheme());
        if (original.authority() != null) {
            request.headers().set("X-Forwarded-Host", original.authority().toString());
        }
    }

    private static ProxyResponse answer(ProxyRequest request, Problem problem) {
        String path = request.proxiedRequest().path();
        ProxyResponse response = request.release().response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        return response.putHeader("Content-Type", Problem.MEDIA_TYPE).setBody(Body.body(problem.document(path)));
    }
}
