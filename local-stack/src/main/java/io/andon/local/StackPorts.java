package io.andon.local;

import io.andon.local.setting.SettingSources;

/**
 * The ports of a stack's parts.
 *
 * @param gateway the only one that a browser needs, besides the issuer's
 */
public record StackPorts(
        int gateway,
        int workorder,
        int metrics,
        int issuer,
        int kafka,
        int postgres,
        int gatewayManagement,
        int workorderManagement,
        int metricsManagement) {

    static StackPorts from(SettingSources sources) {
        return new StackPorts(
                sources.port(Setting.PORT_GATEWAY),
                sources.port(Setting.PORT_WORKORDER),
                sources.port(Setting.PORT_METRICS),
                sources.port(Setting.PORT_ISSUER),
                sources.port(Setting.PORT_KAFKA),
                sources.port(Setting.PORT_POSTGRES),
                sources.port(Setting.PORT_GATEWAY_MANAGEMENT),
                sources.port(Setting.PORT_WORKORDER_MANAGEMENT),
                sources.port(Setting.PORT_METRICS_MANAGEMENT));
    }

    int of(Setting setting) {
        return switch (setting) {
            case PORT_GATEWAY -> gateway;
            case PORT_WORKORDER -> workorder;
            case PORT_METRICS -> metrics;
            case PORT_ISSUER -> issuer;
            case PORT_KAFKA -> kafka;
            case PORT_POSTGRES -> postgres;
            case PORT_GATEWAY_MANAGEMENT -> gatewayManagement;
            case PORT_WORKORDER_MANAGEMENT -> workorderManagement;
            case PORT_METRICS_MANAGEMENT -> metricsManagement;
            case FRESH, STATE, DEMO, HEAP, NATIVE, TOKEN_VALIDITY, START_TIMEOUT, ROOT, STOP_WITH_PARENT ->
                throw new IllegalArgumentException(setting + " is no port");
        };
    }
}
