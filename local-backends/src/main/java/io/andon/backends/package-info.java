/**
 * The three backends that Andon needs, real and in one JVM, without Docker: PostgreSQL from embedded binaries, a Kafka
 * broker in KRaft mode, an OpenID Connect issuer with the demo people.
 *
 * <p>The local stack runs them for people, the tests of every module run them for themselves. Nothing that is deployed
 * may call this package.
 */
@NullMarked
package io.andon.backends;

import org.jspecify.annotations.NullMarked;
