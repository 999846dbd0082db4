/** Where stock lies. Owns the table {@code location}; every feature may look locations up here. */
@NullMarked
package io.andon.workorder.location;

import org.jspecify.annotations.NullMarked;
