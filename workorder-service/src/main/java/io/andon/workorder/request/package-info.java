/**
 * What every request of this service has in common: which texts, quantities and times are acceptable at all. Depends
 * on no feature; every resource may use it.
 */
@NullMarked
package io.andon.workorder.request;

import org.jspecify.annotations.NullMarked;
