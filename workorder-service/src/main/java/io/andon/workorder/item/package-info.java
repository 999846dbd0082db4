/** What is bought, made and sold. Owns the table {@code item}; every feature may look items up here. */
@NullMarked
package io.andon.workorder.item;

import org.jspecify.annotations.NullMarked;
