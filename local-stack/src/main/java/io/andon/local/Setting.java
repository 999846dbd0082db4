package io.andon.local;

import io.andon.local.setting.Key;

/** Everything about the local stack that can be set, with its default. */
enum Setting implements Key {
    FRESH("fresh", "false", "start with an empty state"),
    STATE("state", ".andon", "the folder of data and logs, relative to the project's"),
    DEMO("demo", "true", "load the demo tenants' history into a new state"),
    HEAP("heap", "160", "heap of each service in MB"),
    NATIVE("native", "false", "start the executables that ./mvnw package -Dnative makes, not the jars"),
    TOKEN_VALIDITY("token-validity", "PT1H", "how long an access token is good"),
    START_TIMEOUT("start-timeout", "PT2M", "how long a service may take to become ready"),
    PORT_GATEWAY("port.gateway", "8080", "the dashboard and every API"),
    PORT_WORKORDER("port.workorder", "8081", "workorder-service"),
    PORT_METRICS("port.metrics", "8082", "metrics-service"),
    PORT_ISSUER("port.issuer", "8083", "the OIDC issuer"),
    PORT_KAFKA("port.kafka", "9092", "the Kafka broker"),
    PORT_POSTGRES("port.postgres", "5433", "PostgreSQL"),
    PORT_GATEWAY_MANAGEMENT("port.gateway-management", "9080", "health and metrics of the gateway"),
    PORT_WORKORDER_MANAGEMENT("port.workorder-management", "9081", "health and metrics of workorder-service"),
    PORT_METRICS_MANAGEMENT("port.metrics-management", "9082", "health and metrics of metrics-service"),
    ROOT("root", "", "the project's folder; found from the current one, unless given"),
    STOP_WITH_PARENT("stop-with-parent", "false", "end when the process that started this one ends");

    private final String key;
    private final String defaultValue;
    private final String meaning;

    Setting(String key, String defaultValue, String meaning) {
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
