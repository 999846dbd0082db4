/** Which tenants there are, and how each wants its figures computed. Filled by the intake, read by the runs. */
@NullMarked
package io.andon.metrics.tenant;

import org.jspecify.annotations.NullMarked;
