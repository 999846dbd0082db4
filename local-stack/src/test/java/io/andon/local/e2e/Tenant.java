package io.andon.local.e2e;

import java.util.List;

/** A tenant with its people's tokens. */
record Tenant(String id, RunningStack stack) {

    Api as(String role) {
        return new Api(stack.gateway(), stack.token(id, role));
    }

    /** Opens the stream of events as a viewer, from now on. */
    EventStream subscribe() {
        return EventStream.open(stack.gateway(), stack.token(id, "viewer"), "");
    }

    /** Opens the stream of events where another one ended. */
    EventStream resume(String lastEventId) {
        return EventStream.open(stack.gateway(), stack.token(id, "viewer"), lastEventId);
    }

    /** Sets up goods, places, stock and a released order to work on. */
    Workshop workshop() {
        return Workshop.setUp(this);
    }

    static final List<String> ROLES = List.of("viewer", "operator", "planner", "admin");
}
