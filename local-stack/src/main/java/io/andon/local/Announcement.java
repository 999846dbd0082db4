package io.andon.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

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

                Ctrl-C stops everything; the data stays for the next run.\
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
        return Arrays.stream(Setting.values())
                .map(setting -> String.format(
                        "  %-30s %s%s",
                        setting.argument(),
                        setting.meaning(),
                        setting.defaultValue().isEmpty() ? "" : " (" + setting.defaultValue() + ")"))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "Starts Andon on this machine. Each setting is --key=value, -Dandon.key=value or ANDON_KEY:"
                                + System.lineSeparator(),
                        ""));
    }
}
