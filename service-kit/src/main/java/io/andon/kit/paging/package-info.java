/** Lists in pages: a cursor names the last row that was shown, so that rows added meanwhile neither repeat nor hide any. */
@NullMarked
package io.andon.kit.paging;

import org.jspecify.annotations.NullMarked;
