/**
 * Passes the dashboard's queries and commands on to the services, so that a browser knows one origin only. The services
 * verify the bearer token and know the tenant; nothing is decided here but whether a body is too large and what to say
 * when a service does not answer.
 */
@NullMarked
package io.andon.gateway.proxy;

import org.jspecify.annotations.NullMarked;
