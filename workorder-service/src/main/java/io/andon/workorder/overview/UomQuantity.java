package io.andon.workorder.overview;

import java.math.BigDecimal;

/** A sum over everything that is counted in one unit. */
record UomQuantity(String uom, BigDecimal quantity) {}
