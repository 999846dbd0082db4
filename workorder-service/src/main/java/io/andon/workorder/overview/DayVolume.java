package io.andon.workorder.overview;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was made on a day, in one unit. */
record DayVolume(LocalDate date, String uom, BigDecimal good, BigDecimal scrap) {}
