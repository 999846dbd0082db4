package io.andon.local;

import io.andon.local.demo.BakeryDemo;
import io.andon.local.demo.DemoApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Loads the demo into a new state. One that was interrupted goes on with the next start, from the same instant. */
final class DemoLoading {

    private static final String COMPLETE = "complete";

    private DemoLoading() {}

    static void once(StackConfig config, StackState state, Progress progress) {
        if (!config.demo().load()) {
            return;
        }
        Path note = state.note("demo");
        try {
            String noted = Files.exists(note) ? Files.readString(note) : "";
            if (COMPLETE.equals(noted)) {
                return;
            }
            Instant asOf = noted.isEmpty() ? asOf(config) : Instant.parse(noted);
            Files.writeString(note, asOf.toString());
            Stopwatch stopwatch = new Stopwatch();
            int requests = new BakeryDemo(api(config), asOf).load();
            Files.writeString(note, COMPLETE);
            progress.ready("Demo data", requests + " requests", stopwatch.elapsed());
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's progress cannot be noted in " + note, e);
        } catch (DemoApi.Refused e) {
            // The stack itself is fine, so it goes on; what is missing is said and tried again.
            progress.say("  The demo data is not complete: " + e.getMessage());
            progress.say("  The next start goes on with it; -Dandon.fresh starts anew.");
        }
    }

    private static Instant asOf(StackConfig config) {
        return config.demo().asOf().orElseGet(() -> Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static DemoApi api(StackConfig config) {
        return new DemoApi(
                URI.create("http://localhost:" + config.ports().gateway()),
                URI.create("http://localhost:" + config.ports().issuer() + "/andon/token"));
    }
}
