package io.andon.local.demo;

import io.andon.local.demo.company.Company;
import io.andon.local.setting.Key;

/** Everything about the demo that can be set, with its default. */
public enum DemoSetting implements Key {
    GATEWAY_URL("gateway-url", "http://localhost:8080", "the gateway, by which everything is posted"),
    TOKEN_ENDPOINT("token-endpoint", "http://localhost:8083/andon/token", "where the issuer gives out tokens"),
    TENANTS("tenants", String.join(",", Company.TENANTS), "the tenants that the demo is loaded for"),
    AS_OF("as-of", "", "the instant that the demo's history leads up to; now, unless given"),
    LIVE("live", "false", "go on posting when the demo is loaded, so that the board moves"),
    LIVE_INTERVAL("live-interval", "PT3S", "the time from one live posting of a tenant to the next"),
    PATIENCE("start-timeout", "PT2M", "how long to wait for a system that does not answer");

    private final String key;
    private final String defaultValue;
    private final String meaning;

    DemoSetting(String key, String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String defaultValue() {
        return defaultValue;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
