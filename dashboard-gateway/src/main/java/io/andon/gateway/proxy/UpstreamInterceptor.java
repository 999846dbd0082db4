package io.andon.gateway.proxy;

import io.andon.gateway.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** Around each request to one service: guards its body, says whose request it was, and explains a failure. */
final class UpstreamInterceptor implements ProxyInterceptor {

    /** Under this name a context keeps the request to the service. */
    static final String REQUEST = "request";

    private static final Logger LOG = Logger.getLogger(UpstreamInterceptor.class);

    private final Upstream upstream;
    private final ProxyConfig config;

    UpstreamInterceptor(Upstream upstream, ProxyConfig config) {
        this.upstream = upstream;
        this.config = config;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        ForwardedHeaders.apply(request.headers(), request.proxiedRequest());
        Body body = request.getBody();
        GuardedBody guarded = new GuardedBody(body.stream(), config, () -> waitForAnswer(context));
        request.setBody(body.length() < 0 ? Body.body(guarded) : Body.body(guarded, body.length()));
        return context.sendRequest().recover(failure -> {
            LOG.debugf(failure, "%s did not answer", upstream.service());
            Problem problem = guarded.refusal();
            if (problem == null) {
                problem = ProxyProblems.unavailable(upstream, failure);
            } else {
                RestOfBody.discard(request.proxiedRequest());
            }
            return Future.succeededFuture(answer(request, problem));
        });
    }

    /** From when the service has the whole request, it is for it to act. */
    private void waitForAnswer(ProxyContext context) {
        HttpClientRequest request = context.get(REQUEST, HttpClientRequest.class);
        if (request != null) {
            request.idleTimeout(config.responseTimeout().toMillis());
        }
    }

    private static ProxyResponse answer(ProxyRequest request, Problem problem) {
        String path = request.proxiedRequest().path();
        ProxyResponse response = request.release().response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        return response.putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(problem.document(path)));
    }
}
