@NullMarked
package io.andon.bench.posting;

import org.jspecify.annotations.NullMarked;
