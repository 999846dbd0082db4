/** Creates a service's topics where they are missing, and never alters one that is there: it belongs to the operator. */
@NullMarked
package io.andon.kit.topics;

import org.jspecify.annotations.NullMarked;
