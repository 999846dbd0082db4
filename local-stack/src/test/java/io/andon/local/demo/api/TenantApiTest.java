package io.andon.local.demo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantApiTest {

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private int tokens;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsTheSameRequestAgainUntilTheServiceIsBack() {
        answers.addAll(List.of(503, 502, 201));

        api(Duration.ofMinutes(1)).post(request());

        assertThat(received).containsExactly("/thing key-1 t1", "/thing key-1 t1", "/thing key-1 t1");
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("status 503", "trying again");
        assertThat(said.get(1)).contains("answers again");
    }

    @Test
    void takesANewTokenWhenTheOldOneHasExpired() {
        answers.addAll(List.of(201, 401, 201));
        TenantApi api = api(Duration.ofMinutes(1));

        api.post(request());
        api.post(request());

        assertThat(received).containsExactly("/thing key-1 t1", "/thing key-1 t1", "/thing key-1 t2");
    }

    @Test
    void losesItsPatience() {
        answers.addAll(List.of(503, 503, 503));

        assertThatThrownBy(() -> api(Duration.ZERO).post(request()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("/thing")
                .hasMessageContaining("503");
        assertThat(received).hasSize(1);
    }

    @Test
    void repeatsNothingThatWasRefused() {
        answers.add(409);

        assertThatThrownBy(() -> api(Duration.ofMinutes(1)).post(request()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("planner@acme")
                .hasMessageContaining("409");
        assertThat(received).hasSize(1);
    }

    private static Request request() {
        return new Request(Role.PLANNER, "/thing", "key-1", Map.of());
    }

    private TenantApi api(Duration limit) {
        URI origin = URI.create("http://localhost:" + server.getAddress().getPort());
        Patience patience = new Patience(limit, Duration.ofMillis(1), Duration.ofMillis(2), said::add);
        return new TenantApi(new Endpoints(origin, origin.resolve("/token")), "acme", patience);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int status = 200;
        if (path.equals("/token")) {
            tokens++;
        } else {
            received.add(path + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""));
            status = answers.remove();
        }
        byte[] body = ("{\"access_token\": \"t" + tokens + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
