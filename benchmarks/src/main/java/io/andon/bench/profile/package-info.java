/**
 * Where a gateway's time goes while it is measured: the kernel's account of its threads and Java Flight Recorder's samples
 * of its Java code, reduced to tables.
 */
@NullMarked
package io.andon.bench.profile;

import org.jspecify.annotations.NullMarked;
