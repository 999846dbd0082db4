/**
 * Where the programs of this module find what can be set: each declares its own keys and asks for their values here.
 */
@NullMarked
package io.andon.local.setting;

import org.jspecify.annotations.NullMarked;
