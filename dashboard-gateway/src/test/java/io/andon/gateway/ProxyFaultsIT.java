package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services and clients that do not do as they should; two connections to the service, and two requests may wait. */
class ProxyFaultsIT extends ProcessIT {

    private static final MisbehavingService SERVICE = new MisbehavingService();
    private static GatewayProcess gateway;

    @BeforeAll
    static void launchGateway() {
        gateway = launch(
                "andon.proxy.workorder-url=" + SERVICE.address(),
                "andon.proxy.connect-timeout=2s",
                "andon.proxy.upload-timeout=1s",
                "andon.proxy.response-timeout=1s",
                "andon.proxy.max-connections=2",
                "andon.proxy.max-waiting=2");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SERVICE.close();
    }

    private static String url(String path) {
        return gateway.address().resolve(path).toString();
    }

    @Test
    void aServiceThatIsSilentTimesOut() {
        given().get(url("/items/silent"))
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"));
        given().body("{}").post(url("/items/silent")).then().statusCode(504);
    }

    @Test
    void aServiceThatHangsUpMayHaveDoneWhatItWasTold() {
        given().body("{}")
                .post(url("/items/hang-up"))
                .then()
                .statusCode(502)
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"));
    }

    @Test
    void anAnswerThatIsCutShortDoesNotLookWhole() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/items/cut-short"))
                .build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void moreThanMayWaitIsRefusedAtOnce() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/items/silent"))
                .build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();

        assertThat(statuses).hasSize(12).contains(503, 504).isSubsetOf(503, 504);
    }

    @Test
    void aBodyThatDoesNotComeIsRefusedAndFreesItsConnection() throws Exception {
        try (Socket one = upload();
                Socket two = upload()) {
            for (Socket socket : List.of(one, two)) {
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(answer.readLine()).startsWith("HTTP/1.1 408");
            }
            given().get(url("/items/next")).then().statusCode(200);
        }
    }

    private static Socket upload() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort());
        String head = "POST /items/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nnot all";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void anAnswerIsPassedOnAsItComes() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/items/stream"))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        BufferedReader body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));

        assertThat(body.readLine()).isEqualTo("first");
        SERVICE.sendSecondPart();
        assertThat(body.readLine()).isEqualTo("second");
        assertThat(body.readLine()).isNull();
    }

    @Test
    void connectionsToTheServiceAreKept() {
        given().get(url("/items/1")).then().statusCode(200);
        int before = SERVICE.connections();

        for (int i = 0; i < 10; i++) {
            given().get(url("/items/1")).then().statusCode(200);
        }

        assertThat(SERVICE.connections()).isEqualTo(before);
    }

    /** Headers that are for the gateway, or that a client invents, do not get to the service; all others do. */
    @Test
    void theServiceGetsWhatIsForIt() throws Exception {
        String request = Stream.of(
                        "GET /items/echo HTTP/1.1",
                        "Host: board.example",
                        "Authorization: Bearer abc",
                        "Cookie: theme=dark; andon_session=secret; lang=de",
                        "Connection: close, X-Hop",
                        "X-Hop: for the gateway",
                        "X-Forwarded-For: 203.0.113.9",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Prefix: /evil",
                        "Forwarded: for=203.0.113.9",
                        "X-Real-IP: 203.0.113.9",
                        "Upgrade: websocket",
                        "",
                        "")
                .reduce((a, b) -> a + "\r\n" + b)
                .orElseThrow();

        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).startsWith("HTTP/1.1 200");
            String answer = in.lines().takeWhile(line -> !line.equals("end")).collect(Collectors.joining("\n"));

            assertThat(answer)
                    .contains("authorization: bearer abc", "cookie: theme=dark; lang=de")
                    .contains("x-forwarded-for: 127.0.0.1", "x-forwarded-host: board.example")
                    .contains("x-forwarded-proto: http\n")
                    .doesNotContain("secret", "x-hop", "203.0.113.9", "evil", "upgrade");
        }
    }

    @Test
    void aLineBreakInAPathMakesNoHeader() {
        given().urlEncodingEnabled(false)
                .get(url("/items/echo?x=%0d%0aX-Injected:%201"))
                .then()
                .statusCode(200)
                .body(containsString("%0d%0a"));
    }
}
