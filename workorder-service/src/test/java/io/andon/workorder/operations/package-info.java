/** What holds for every operation that the OpenAPI document describes, found by reading the document. */
@NullMarked
package io.andon.workorder.operations;

import org.jspecify.annotations.NullMarked;
