package io.andon.gateway.recovery;

import io.andon.events.TenantId;
import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.TypeFilter;

/**
 * What a client that polls asks for.
 *
 * @param limit how many frames it gets at most
 */
public record ChangesQuery(TenantId tenant, Resume resume, TypeFilter filter, int limit) {}
