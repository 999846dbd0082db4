package io.andon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.local.demo.api.TenantApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds items by their sku. */
final class Catalogue {

    private final TenantApi api;

    Catalogue(TenantApi api) {
        this.api = api;
    }

    /** The id of the item with exactly this sku. */
    Optional<String> find(String sku) {
        String query = URLEncoder.encode(sku, StandardCharsets.UTF_8);
        for (JsonNode item : api.get("/items?limit=200&q=" + query).path("data")) {
            if (item.path("sku").asText().equals(sku)) {
                return Optional.of(item.path("id").asText());
            }
        }
        return Optional.empty();
    }
}
