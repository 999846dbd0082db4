package io.andon.local.demo.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a request again while nobody answers it, or the gateway answers that the service behind it does not. That is
 * safe for every request of the demo: each can be carried out once only.
 */
final class PatientHttp {

    /** Too many requests, and what a gateway says when a service is away or does not answer in time. */
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Patience patience;

    PatientHttp(Patience patience) {
        this.patience = patience;
    }

    /** @throws Refused if there is no answer within the limit of the patience */
    HttpResponse<String> send(HttpRequest request) {
        long start = System.nanoTime();
        int failures = 0;
        while (true) {
            Attempt attempt = attempt(request);
            if (attempt.answer().isPresent()) {
                if (failures > 0) {
                    patience.listener().accept(request.uri().getAuthority() + " answers again.");
                }
                return attempt.answer().get();
            }
            failures++;
            String reason = request.uri() + " does not answer: " + attempt.failure();
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(patience.limit()) > 0) {
                throw new Refused(reason);
            }
            if (failures == 1) {
                patience.listener().accept(reason + "; trying again.");
            }
            pause(patience.pause(failures));
        }
    }

    private record Attempt(Optional<HttpResponse<String>> answer, String failure) {}

    private Attempt attempt(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return TRY_AGAIN.contains(answer.statusCode())
                    ? new Attempt(Optional.empty(), "status " + answer.statusCode())
                    : new Attempt(Optional.of(answer), "");
        } catch (IOException e) {
            return new Attempt(Optional.empty(), String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }
}
