@NullMarked
package io.andon.bench.stream;

import org.jspecify.annotations.NullMarked;
