/**
 * What both producers of events need and must not write twice. Services use it; the gateway never does, because it has
 * no database.
 */
@NullMarked
package io.andon.kit;

import org.jspecify.annotations.NullMarked;
