/** How rows get into statements. Depends on no feature; every feature's SQL may use it. */
@NullMarked
package io.andon.workorder.sql;

import org.jspecify.annotations.NullMarked;
