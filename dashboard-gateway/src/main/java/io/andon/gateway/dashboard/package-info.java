/**
 * Serves the dashboard: its files, which the build puts under {@code META-INF/resources/app}, and what its code in the
 * browser has to know about this installation.
 */
@NullMarked
package io.andon.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
