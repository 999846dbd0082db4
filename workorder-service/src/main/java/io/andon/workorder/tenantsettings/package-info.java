/**
 * How a tenant's days, money and thresholds are meant. Owns the table {@code tenant_settings}; every feature may ask
 * for the caller's settings here.
 */
@NullMarked
package io.andon.workorder.tenantsettings;

import org.jspecify.annotations.NullMarked;
