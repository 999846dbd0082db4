package io.andon.gateway.recovery;

import io.andon.events.TenantId;
import io.andon.gateway.fanout.LoopLane;
import io.andon.gateway.fanout.Newcomer;
import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.ResumeAnswer;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.fanout.TypeFilter;
import io.andon.gateway.fanout.WindowGap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Gives a client what it has missed: from the window if that reaches back far enough, from Kafka otherwise. */
@Singleton
public final class Recoveries {

    private final TenantHubs hubs;
    private final RecoveryContext context;

    @Inject
    Recoveries(TenantHubs hubs, RecoveryContext context) {
        this.hubs = hubs;
        this.context = context;
    }

    /** Lets a subscriber take part in its tenant's stream, sooner or later; called on the subscriber's loop. */
    public void attach(TenantId tenant, Subscriber subscriber, LoopLane loop, Resume resume) {
        hubs.attach(tenant, subscriber, loop, resume).ifPresent(gap -> {
            Newcomer newcomer = new Newcomer(hubs, tenant, subscriber, loop);
            StreamRecovery recovery = new StreamRecovery(gap, context, newcomer);
            if (!context.lane().admit(recovery)) {
                recovery.giveUp(ResyncReason.RECOVERY_BUSY);
            }
        });
    }

    /**
     * Finds what a client that polls has missed.
     *
     * @param limit how many frames it gets at most
     * @param answer is called once, by any thread
     */
    public void changes(TenantId tenant, Resume resume, TypeFilter filter, int limit, Consumer<ChangesPage> answer) {
        ResumeAnswer found = hubs.answer(tenant, resume);
        if (found instanceof WindowGap gap) {
            ChangesRecovery.Query query = new ChangesRecovery.Query(tenant, filter, limit);
            ChangesRecovery recovery = new ChangesRecovery(gap, context, hubs, query, answer);
            if (!context.lane().admit(recovery)) {
                recovery.giveUp(ResyncReason.RECOVERY_BUSY);
            }
        } else if (found instanceof Resumption resumption) {
            answer.accept(ChangesPage.of(List.of(), resumption, filter, limit));
        }
    }

    /** Looks after those that wait for too long, or for a client that does not read; to be called now and then. */
    public void expire() {
        context.lane().expire(context.nowMs());
    }
}
