/** What issues and completions have in common: reports on a work order, made of lines, that are drafts until posted. */
@NullMarked
package io.andon.workorder.report;

import org.jspecify.annotations.NullMarked;
