@NullMarked
package io.andon.bench.profile;

import org.jspecify.annotations.NullMarked;
