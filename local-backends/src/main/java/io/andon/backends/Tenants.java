package io.andon.backends;

import java.util.Map;

/** The tenants of the demo. */
final class Tenants {

    private static final Map<String, String> NAMES = Map.of(
            "alder-street", "Alder Street Bakery",
            "copper-creek", "Copper Creek Roasters",
            "northgate", "Northgate Woodworks");

    private Tenants() {}

    static String displayName(String tenant) {
        return NAMES.getOrDefault(tenant, tenant);
    }
}
