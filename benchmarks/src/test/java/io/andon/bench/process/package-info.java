@NullMarked
package io.andon.bench.process;

import org.jspecify.annotations.NullMarked;
