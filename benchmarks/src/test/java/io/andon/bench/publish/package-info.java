@NullMarked
package io.andon.bench.publish;

import org.jspecify.annotations.NullMarked;
