package io.andon.local.demo.company;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * Somebody who is delivered to, in one shipment on each of {@code days}.
 *
 * @param share of what there is of each good at that time
 * @param goods skus
 */
public record Customer(String name, Set<DayOfWeek> days, LocalTime time, double share, List<String> goods) {}
