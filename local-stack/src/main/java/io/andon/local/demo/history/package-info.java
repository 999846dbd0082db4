/**
 * Six months of a company as a list of steps, each of which is one request: made of its description, an instant and a
 * fixed seed, without asking anybody. The same instant gives the same steps. What they take is always there, except
 * where the description plants an overdraft.
 */
@NullMarked
package io.andon.local.demo.history;

import org.jspecify.annotations.NullMarked;
