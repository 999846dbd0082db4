package io.andon.local.demo.history;

import java.time.Instant;

/** A change of an item's stock. */
public record Stocked(String sku, Instant at) {}
