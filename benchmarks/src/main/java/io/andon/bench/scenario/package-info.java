/**
 * What is measured: a {@link io.andon.bench.scenario.Scenario} in a file each, and what they share. A new scenario is a
 * new class, added to {@link io.andon.bench.scenario.Scenarios}.
 */
@NullMarked
package io.andon.bench.scenario;

import org.jspecify.annotations.NullMarked;
