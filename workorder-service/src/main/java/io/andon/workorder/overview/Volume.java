package io.andon.workorder.overview;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was made in a day, week or month, in one unit.
 *
 * @param date its first day, which may lie before the period: what was made before that is not counted
 */
record Volume(LocalDate date, String uom, BigDecimal good, BigDecimal scrap) {}
