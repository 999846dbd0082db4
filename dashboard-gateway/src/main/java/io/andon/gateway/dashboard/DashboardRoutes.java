package io.andon.gateway.dashboard;

import io.andon.gateway.problem.Problem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The dashboard's paths. Its files themselves are served by Quarkus; here is what has to be around them: headers, the
 * page for addresses that only the code in the browser knows, and the answer for paths that nobody knows.
 */
@Singleton
final class DashboardRoutes {

    private static final String APP = "/app/";
    private static final String INDEX = APP + "index.html";

    /** File names in here contain a hash of their content. */
    private static final String ASSETS = APP + "assets/";

    private static final int BEFORE_FILES = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT;
    private static final int AFTER_FILES = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT;

    private final BrowserConfig browserConfig;
    private final String contentSecurityPolicy;

    @Inject
    DashboardRoutes(BrowserConfig browserConfig) {
        this.browserConfig = browserConfig;
        // Styles: the charts set them on elements. Frames: the issuer's silent sign-in runs in one.
        this.contentSecurityPolicy =
                "default-src 'self'; connect-src 'self' %1$s; frame-src %1$s; form-action 'self' %1$s;"
                                .formatted(browserConfig.issuerOrigin())
                        + " img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'";
    }

    void register(@Observes Router router) {
        router.get("/").order(BEFORE_FILES).handler(request -> redirect(request, APP + "overview"));
        router.get("/app").order(BEFORE_FILES).handler(request -> redirect(request, APP + "overview"));
        router.get(APP + "config.json").order(BEFORE_FILES).handler(this::config);
        router.route(APP + "*").order(BEFORE_FILES + 1).handler(this::addHeaders);
        router.get(APP + "*").order(AFTER_FILES).handler(DashboardRoutes::page);
        router.route().order(Integer.MAX_VALUE).handler(Problem.notFound()::send);
    }

    private static void redirect(RoutingContext request, String location) {
        request.response().setStatusCode(302).putHeader("Location", location).end();
    }

    private void config(RoutingContext request) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(browserConfig.document().toBuffer());
    }

    private void addHeaders(RoutingContext request) {
        boolean hashed = request.normalizedPath().startsWith(ASSETS);
        request.addHeadersEndHandler(ignored -> {
            MultiMap headers = request.response().headers();
            boolean found = request.response().getStatusCode() < 400;
            headers.set("Cache-Control", hashed && found ? "public, max-age=31536000, immutable" : "no-cache");
            headers.set("Content-Security-Policy", contentSecurityPolicy);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Referrer-Policy", "same-origin");
        });
        request.next();
    }

    /** An address like {@code /app/work-orders/7} exists only in the browser: it gets the page that knows it. */
    private static void page(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals(INDEX) || path.startsWith(ASSETS) || request.request().method() != HttpMethod.GET) {
            Problem.notFound().send(request);
        } else {
            request.reroute(INDEX);
        }
    }
}
