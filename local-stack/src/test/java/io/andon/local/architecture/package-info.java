/** The rules of the house as tests: who may depend on whom, and how a source file looks. Reads what the build made. */
@NullMarked
package io.andon.local.architecture;

import org.jspecify.annotations.NullMarked;
