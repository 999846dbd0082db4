package io.andon.backends;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID Connect issuer for development: discovery, keys, the code flow with PKCE and a login page, the password
 * grant for scripts, refresh tokens. It knows the demo people of {@link DemoPeople} and no others.
 *
 * <p>It serves this machine only: it listens on the loopback interface and sends codes nowhere else.
 */
public final class Issuer implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Tokens tokens;
    private final String url;
    private final Duration accessTokenValidity;

    private Issuer(HttpServer server, ExecutorService threads, Tokens tokens, String url, Duration validity) {
        this.server = server;
        this.threads = threads;
        this.tokens = tokens;
        this.url = url;
        this.accessTokenValidity = validity;
    }

    /** Starts an issuer with a key of its own and tokens for an hour; {@code port} 0 means any free one. */
    public static Issuer start(int port) {
        return start(IssuerSettings.onPort(port));
    }

    public static Issuer start(IssuerSettings settings) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
            String url = "http://localhost:" + server.getAddress().getPort() + "/andon";
            Clock clock = Clock.systemUTC();
            Tokens tokens = new Tokens(url, SigningKey.loadOrCreate(settings.keyFile()), clock);
            ExecutorService threads = daemonThreads();
            server.setExecutor(threads);
            route(server, url, tokens, new AuthorizationCodes(clock), settings.accessTokenValidity());
            server.start();
            return new Issuer(server, threads, tokens, url, settings.accessTokenValidity());
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer did not start on port " + settings.port(), e);
        }
    }

    private static void route(
            HttpServer server, String url, Tokens tokens, AuthorizationCodes codes, Duration accessTokenValidity)
            throws IOException {
        DiscoveryEndpoints discovery = new DiscoveryEndpoints(url, tokens);
        route(server, "/.well-known/openid-configuration", discovery.configuration());
        route(server, "/jwks", discovery.keys());
        route(server, "/userinfo", discovery::userInfo);
        route(server, "/endsession", discovery::endSession);
        route(server, "/token", new TokenEndpoint(tokens, codes, accessTokenValidity));
        route(server, "/authorize", new LoginEndpoint(tokens, codes, new LoginPage()));
    }

    private static void route(HttpServer server, String path, HttpHandler handler) {
        server.createContext("/andon" + path, new GuardedHandler(handler));
    }

    private static ExecutorService daemonThreads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "issuer-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What services take as their OIDC server, and the claim {@code iss}. */
    public String url() {
        return url;
    }

    /** An access token for one of the demo people, for instance {@code planner@alder-street}. */
    public String token(String person) {
        Person known = DemoPeople.find(person)
                .orElseThrow(() -> new IllegalArgumentException("no such demo person: " + person));
        return tokens.access(known, Clients.CLI, accessTokenValidity);
    }

    /** An access token for anybody; with a negative validity it is expired already. */
    public String token(String tenant, List<String> groups, Duration validity) {
        return tokens.access(anybody(tenant, groups), Clients.CLI, validity);
    }

    /** An access token that says nothing of its end, as no issuer should give one. */
    public String tokenWithoutEnd(String tenant, List<String> groups) {
        return tokens.accessWithoutEnd(anybody(tenant, groups), Clients.CLI);
    }

    private static Person anybody(String tenant, List<String> groups) {
        String role = groups.isEmpty() ? "nobody" : groups.get(0);
        return new Person(role + "@" + tenant, tenant, groups);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
