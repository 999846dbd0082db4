/** Makes JSON over HTTP follow the rules of the event contract, and refuses what a client got wrong. */
@NullMarked
package io.andon.kit.json;

import org.jspecify.annotations.NullMarked;
