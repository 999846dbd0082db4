package io.andon.gateway;

import io.andon.events.TenantId;
import io.andon.gateway.access.AccessConfig;
import io.andon.gateway.fanout.WindowConfig;
import io.andon.gateway.intake.IntakeConfig;
import io.andon.gateway.proxy.ProxyConfig;
import io.andon.gateway.recovery.RecoveryConfig;
import io.andon.gateway.replay.ReplayConfig;
import io.andon.gateway.stream.StreamConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with values that cannot work, and names all of them at once. */
@Singleton
final class ConfigurationCheck {

    private static final long KIB = 1024;
    private static final Duration LONGEST_IDLE = Duration.ofHours(1);
    private static final int MOST_PER_SECOND = 1_000_000;
    private static final long LARGEST_QUEUE = 1024 * 1024 * KIB;

    /** Names and signs of an access log's pattern by which a request's parameters are printed. */
    private static final Pattern SHOWS_THE_QUERY =
            Pattern.compile("^(common|combined|long)$|%<?[rqU]|REQUEST_LINE|REQUEST_URL|QUERY_STRING|\\{<?q,");

    private final List<String> errors = new ArrayList<>();

    void check(
            @Observes @Priority(1) StartupEvent event,
            IntakeConfig intake,
            WindowConfig window,
            RecoveryConfig recovery,
            StreamConfig stream,
            ReplayConfig replay,
            ProxyConfig proxy,
            AccessConfig access,
            @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idleTimeout) {
        checkIntake(intake);
        checkWindow(window);
        checkRecovery(recovery);
        checkStream(stream);
        checkReplay(replay);
        duration("quarkus.http.idle-timeout", idleTimeout, stream.heartbeat().multipliedBy(2), LONGEST_IDLE);
        checkProxy(proxy);
        checkAccess(access);
        if (!errors.isEmpty()) {
            throw new ConfigurationException("The configuration cannot work: " + String.join("; ", errors));
        }
    }

    private void checkIntake(IntakeConfig intake) {
        duration("andon.intake.replay-window", intake.replayWindow(), Duration.ZERO, Duration.ofDays(1));
        duration("andon.intake.check-interval", intake.checkInterval(), Duration.ofMillis(100), Duration.ofMinutes(1));
        duration("andon.intake.check-timeout", intake.checkTimeout(), Duration.ofMillis(100), Duration.ofMinutes(1));
        number("andon.intake.max-record-size", intake.maxRecordSize().asLongValue(), KIB, LARGEST_QUEUE);
    }

    private void checkWindow(WindowConfig window) {
        duration("andon.window.max-age", window.maxAge(), Duration.ofSeconds(1), Duration.ofDays(1));
        number("andon.window.max-events", window.maxEvents(), 1, Integer.MAX_VALUE);
        number("andon.window.max-bytes", window.maxBytes().asLongValue(), KIB, Long.MAX_VALUE);
        number("andon.window.total-bytes", window.totalBytes().asLongValue(), KIB, Long.MAX_VALUE);
    }

    private void checkRecovery(RecoveryConfig recovery) {
        number("andon.recovery.readers", recovery.readers(), 1, 100);
        number("andon.recovery.max-concurrent", recovery.maxConcurrent(), 1, 10_000);
        number("andon.recovery.max-waiting", recovery.maxWaiting(), 0, 1_000_000);
        number("andon.recovery.max-records", recovery.maxRecords(), 1, Integer.MAX_VALUE);
        number("andon.recovery.max-bytes", recovery.maxBytes().asLongValue(), KIB, Long.MAX_VALUE);
        duration("andon.recovery.timeout", recovery.timeout(), Duration.ofSeconds(1), Duration.ofHours(1));
        duration("andon.recovery.catch-up", recovery.catchUp(), Duration.ZERO, Duration.ofMinutes(1));
        duration("andon.recovery.max-stall", recovery.maxStall(), Duration.ofMillis(100), Duration.ofHours(1));
    }

    private void checkStream(StreamConfig stream) {
        duration("andon.stream.heartbeat", stream.heartbeat(), Duration.ofMillis(100), Duration.ofMinutes(5));
        duration("andon.stream.retry", stream.retry(), Duration.ofMillis(10), Duration.ofMinutes(5));
        duration("andon.stream.max-stall", stream.maxStall(), Duration.ofSeconds(1), Duration.ofHours(1));
        duration("andon.stream.max-unacknowledged", stream.maxUnacknowledged(), stream.maxStall(), Duration.ofHours(2));
        duration("andon.stream.drain-timeout", stream.drainTimeout(), Duration.ZERO, Duration.ofMinutes(10));
        number("andon.stream.max-queue", stream.maxQueue().asLongValue(), 4 * KIB, LARGEST_QUEUE);
        number("andon.stream.max-per-user", stream.maxPerUser(), 1, Integer.MAX_VALUE);
        number("andon.stream.max-per-tenant", stream.maxPerTenant(), 1, Integer.MAX_VALUE);
        number("andon.stream.max-new-per-user", stream.maxNewPerUser(), 1, MOST_PER_SECOND);
        number("andon.stream.max-new-per-tenant", stream.maxNewPerTenant(), 1, MOST_PER_SECOND);
        number("andon.stream.max-streams", stream.maxStreams(), 1, Integer.MAX_VALUE);
        number("andon.stream.drain-rate", stream.drainRate(), 1, MOST_PER_SECOND);
    }

    private void checkReplay(ReplayConfig replay) {
        duration("andon.replay.check-interval", replay.checkInterval(), Duration.ofMillis(50), Duration.ofMinutes(1));
        duration("andon.replay.start-delay", replay.startDelay(), Duration.ZERO, Duration.ofMinutes(10));
        duration("andon.replay.rest-interval", replay.restInterval(), Duration.ofSeconds(1), Duration.ofDays(1));
        number("andon.replay.rate", replay.rate(), 1, 1_000_000);
        if (replay.group().isBlank()) {
            errors.add("andon.replay.group is blank, but must name a consumer group that nobody joins");
        }
    }

    private void checkProxy(ProxyConfig proxy) {
        url("andon.proxy.workorder-url", proxy.workorderUrl());
        url("andon.proxy.metrics-url", proxy.metricsUrl());
        duration("andon.proxy.connect-timeout", proxy.connectTimeout(), Duration.ofMillis(10), Duration.ofMinutes(1));
        duration("andon.proxy.upload-timeout", proxy.uploadTimeout(), Duration.ofMillis(100), Duration.ofHours(1));
        duration("andon.proxy.response-timeout", proxy.responseTimeout(), Duration.ofMillis(10), Duration.ofHours(1));
        number("andon.proxy.max-connections", proxy.maxConnections(), 1, 10_000);
        number("andon.proxy.max-waiting", proxy.maxWaiting(), 1, 1_000_000);
        number("andon.proxy.max-body", proxy.maxBody().asLongValue(), KIB, Long.MAX_VALUE);
    }

    private void checkAccess(AccessConfig access) {
        for (String tenant : access.suspendedTenants().orElse(Set.of())) {
            try {
                new TenantId(tenant);
            } catch (IllegalArgumentException e) {
                errors.add("andon.access.suspended-tenants names " + tenant + ", but that is no tenant's id");
            }
        }
        Config config = ConfigProvider.getConfig();
        boolean logged = config.getOptionalValue("quarkus.http.access-log.enabled", Boolean.class)
                .orElse(false);
        String pattern = config.getOptionalValue("quarkus.http.access-log.pattern", String.class)
                .orElse("common");
        if (access.queryToken() && logged && SHOWS_THE_QUERY.matcher(pattern).find()) {
            errors.add("quarkus.http.access-log.pattern is " + pattern + ", but would log the tokens that"
                    + " andon.access.query-token allows; %R is the path without the query");
        }
    }

    private void duration(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            errors.add(key + " is " + value + ", but must be from " + least + " to " + most);
        }
    }

    private void number(String key, long value, long least, long most) {
        if (value < least || value > most) {
            errors.add(key + " is " + value + ", but must be from " + least + " to " + most);
        }
    }

    private void url(String key, URI value) {
        String scheme = String.valueOf(value.getScheme());
        if (!scheme.matches("https?")
                || value.getHost() == null
                || !value.getPath().matches("/?")) {
            errors.add(key + " is " + value + ", but must be http://host:port or https://host:port");
        }
    }
}
