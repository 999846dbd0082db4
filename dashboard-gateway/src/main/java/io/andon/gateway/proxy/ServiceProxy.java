package io.andon.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Sends the requests for the services' paths on to them and their answers back, neither held in memory. What is for the
 * service passes through unchanged, the bearer token too ({@link ForwardedHeaders} says what is not).
 */
@Singleton
final class ServiceProxy {

    /** Before anything that would read the body. */
    private static final int ORDER = -100;

    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);

    private final ProxyConfig config;
    private final Map<Upstream, HttpProxy> proxies;

    @Inject
    ServiceProxy(Vertx vertx, ProxyConfig config) {
        this.config = config;
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(config.connectTimeout().toMillis()))
                        .setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(config.maxConnections()).setMaxWaitQueueSize(config.maxWaiting()));
        this.proxies = Map.of(
                Upstream.WORKORDER, proxy(client, Upstream.WORKORDER, config.workorderUrl()),
                Upstream.METRICS, proxy(client, Upstream.METRICS, config.metricsUrl()));
    }

    private HttpProxy proxy(HttpClient client, Upstream upstream, URI url) {
        boolean ssl = "https".equals(url.getScheme());
        int defaultPort = ssl ? 443 : 80;
        int port = url.getPort() < 0 ? defaultPort : url.getPort();
        RequestOptions options = new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setConnectTimeout(config.connectTimeout().toMillis())
                // Until the body is there, which has its own time; then only the service's own counts.
                .setIdleTimeout(
                        config.uploadTimeout().plus(config.responseTimeout()).toMillis());
        // Nothing here is a WebSocket, and a connection that has become one would have no limits.
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> context.client()
                        .request(new RequestOptions(options))
                        .map(request -> prepared(context, request))
                        .recover(failure -> Future.failedFuture(new NotReached(failure))))
                .addInterceptor(new UpstreamInterceptor(upstream, config));
    }

    private static HttpClientRequest prepared(ProxyContext context, HttpClientRequest request) {
        context.set(UpstreamInterceptor.REQUEST, request);
        return quiet(request);
    }

    /** A request that is cut off is answered and counted where it is; Vert.x need not log it as an error too. */
    private static HttpClientRequest quiet(HttpClientRequest request) {
        return request.exceptionHandler(failure -> LOG.debug("a request to a service ended early", failure));
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::route);
    }

    private void route(RoutingContext request) {
        Upstream.ofPath(request.request().path())
                .ifPresentOrElse(upstream -> forward(request, upstream), request::next);
    }

    private void forward(RoutingContext request, Upstream upstream) {
        long maxBody = config.maxBody().asLongValue();
        if (declaredLength(request) > maxBody) {
            ProxyProblems.bodyTooLarge(maxBody).send(request);
            RestOfBody.discard(request.request());
        } else {
            proxies.get(upstream).handle(request.request());
        }
    }

    /** The length that the client announces; what is not a number is refused by the HTTP layer. */
    private static long declaredLength(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
