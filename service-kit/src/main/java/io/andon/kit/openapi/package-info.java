/**
 * What every operation has in common in a service's OpenAPI document: who may call it, which problems it may answer,
 * how it is repeated safely. Runs at build time, over what the resources say of themselves.
 */
@NullMarked
package io.andon.kit.openapi;

import org.jspecify.annotations.NullMarked;
