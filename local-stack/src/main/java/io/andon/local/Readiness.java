package io.andon.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits for a service to say that it is ready, and gives up as soon as it cannot become so. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ONE_ANSWER).build();

    void await(ServiceProcess service, Duration limit) throws InterruptedException {
        Stopwatch stopwatch = new Stopwatch();
        HttpRequest question = HttpRequest.newBuilder(service.plan().readiness())
                .timeout(ONE_ANSWER)
                .build();
        String lastAnswer = "no answer";
        while (stopwatch.elapsed().compareTo(limit) < 0) {
            if (!service.isAlive()) {
                throw new StackException(service.obituary());
            }
            try {
                var answer = http.send(question, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
                lastAnswer = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new StackException(service.plan().name() + " is not ready after " + limit.toSeconds() + " s ("
                + service.plan().readiness() + ": " + lastAnswer + "). Its log is " + service.log()
                + " and ends with:" + System.lineSeparator() + service.lastLines());
    }
}
