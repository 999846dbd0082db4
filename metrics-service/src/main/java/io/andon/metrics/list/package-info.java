/**
 * What the lists of all metrics have in common: which run they show, their pages, and the whole of them as CSV. A
 * metric's resource hands its {@link io.andon.metrics.list.Results} to {@link io.andon.metrics.list.ResultLists}.
 */
@NullMarked
package io.andon.metrics.list;

import org.jspecify.annotations.NullMarked;
