package io.andon.local.demo;

import io.andon.local.demo.api.Endpoints;
import io.andon.local.demo.company.Company;
import io.andon.local.setting.InvalidSetting;
import io.andon.local.setting.SettingSources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the demo is to be.
 *
 * @param companies at least one; the first is loaded before the others
 * @param asOf now, where it is empty
 * @param liveInterval empty where nothing is posted after the history
 * @param patience how long loading waits for a system that does not answer
 */
public record DemoConfig(
        Endpoints endpoints,
        List<Company> companies,
        Optional<Instant> asOf,
        Optional<Duration> liveInterval,
        Duration patience) {

    public DemoConfig {
        companies = List.copyOf(companies);
    }

    /** @throws InvalidSetting if a value makes no sense */
    public static DemoConfig of(SettingSources sources, Endpoints endpoints) {
        return new DemoConfig(
                endpoints,
                Stream.of(sources.text(DemoSetting.TENANTS).split(","))
                        .map(tenant -> company(tenant.strip()))
                        .toList(),
                sources.instant(DemoSetting.AS_OF),
                sources.flag(DemoSetting.LIVE) ? Optional.of(interval(sources)) : Optional.empty(),
                sources.duration(DemoSetting.PATIENCE));
    }

    private static Company company(String tenant) {
        if (!Company.TENANTS.contains(tenant)) {
            throw new InvalidSetting(DemoSetting.TENANTS.property() + " names “" + tenant + "”, but there is a demo of "
                    + String.join(", ", Company.TENANTS) + " only.");
        }
        return Company.of(tenant);
    }

    private static Duration interval(SettingSources sources) {
        Duration interval = sources.duration(DemoSetting.LIVE_INTERVAL);
        if (interval.isNegative() || interval.isZero()) {
            throw new InvalidSetting(DemoSetting.LIVE_INTERVAL.property() + " must be longer than nothing.");
        }
        return interval;
    }
}
