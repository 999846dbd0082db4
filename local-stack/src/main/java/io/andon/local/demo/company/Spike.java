package io.andon.local.demo.company;

/**
 * A season: {@code factor} times the usual of a good is made, and sold, for {@code days} days.
 *
 * @param daysAgo when it began
 */
public record Spike(String sku, int daysAgo, int days, double factor) {}
