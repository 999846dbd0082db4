package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;

/** A part of the overview: one query. */
interface Panel<T> {

    T of(TenantTransaction tx, OverviewScope scope);
}
