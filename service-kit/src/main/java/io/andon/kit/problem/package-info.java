/**
 * What a caller reads when something is wrong: problem details (RFC 9457) with a stable code. A failure says what kind
 * it is; this package alone turns kinds into status codes.
 */
@NullMarked
package io.andon.kit.problem;

import org.jspecify.annotations.NullMarked;
