package io.andon.local;

import io.andon.local.setting.Key;
import java.time.Duration;

/** The texts that the program prints for people. */
final class Announcement {

    private Announcement() {}

    static String ready(StackConfig config, StackState state, Duration took) {
        StackPorts ports = config.ports();
        return """

                Andon is ready after %.1f s.

                  Dashboard   http://localhost:%d/
                  Sign in as  planner@alder-street, password demo
                              (also viewer@ operator@ admin@; also copper-creek, northgate)
                  A token     curl -s http://localhost:%d/andon/token -d grant_type=password -d client_id=andon-cli \\
                                -d username=planner@alder-street -d password=demo
                  Kafka       localhost:%d     PostgreSQL  localhost:%d
                  Logs        %s

                Ctrl-C stops everything; the data stays for the next run. With -Dandon.live the board moves by itself.\
                """
                .formatted(
                        took.toMillis() / 1_000.0,
                        ports.gateway(),
                        ports.issuer(),
                        ports.kafka(),
                        ports.postgres(),
                        state.folder().resolve("logs"));
    }

    static String help() {
        return "Starts Andon on this machine. Each setting is --key=value, -Dandon.key=value or ANDON_KEY:"
                + System.lineSeparator()
                + Key.help(StackConfig.KEYS);
    }
}
