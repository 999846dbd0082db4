package io.andon.gateway.stream;

import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.fanout.Lanes;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.recovery.Recoveries;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The client's end of step 6: makes a request a subscriber of its tenant's hub, until one of the two ends it. */
@Singleton
final class EventStreams {

    private final Recoveries recoveries;
    private final Lanes lanes;
    private final Subscribers subscribers;
    private final OpenStreams openStreams;
    private final StreamLimits limits;

    @Inject
    EventStreams(
            Recoveries recoveries, Lanes lanes, Subscribers subscribers, OpenStreams openStreams, StreamLimits limits) {
        this.recoveries = recoveries;
        this.lanes = lanes;
        this.subscribers = subscribers;
        this.openStreams = openStreams;
        this.limits = limits;
    }

    /** Opens a stream, unless a limit does not allow it. Called on the request's event loop. */
    Optional<Refused> open(RoutingContext request, StreamIdentity identity, StreamRequest wanted) {
        HttpServerRequest http = request.request();
        if (http.response().closed()) {
            return Optional.empty();
        }
        Optional<Refused> refused = limits.tryAcquire(identity);
        if (refused.isPresent()) {
            return refused;
        }
        ContextInternal context = (ContextInternal) request.vertx().getOrCreateContext();
        EventLoop loop = context.nettyEventLoop();
        Subscriber subscriber = subscribers.of(http, wanted.filter(), closed -> {
            openStreams.remove(closed);
            limits.release(identity);
        });
        openStreams.add(subscriber, loop, identity);
        recoveries.attach(identity.tenant(), subscriber, lanes.of(loop), wanted.resume());
        forgetRequest(request, context);
        return refused;
    }

    /** What has been asked, some kilobytes with the token, is of no use for the hours that a stream lasts. */
    private static void forgetRequest(RoutingContext request, ContextInternal context) {
        request.data().clear();
        request.request().headers().clear();
        context.localContextData().clear();
    }
}
