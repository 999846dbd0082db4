@NullMarked
package io.andon.bench.scenario;

import org.jspecify.annotations.NullMarked;
