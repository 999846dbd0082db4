package io.andon.gateway.recovery;

import io.andon.events.TenantId;
import io.andon.gateway.fanout.LoopLane;
import io.andon.gateway.fanout.Newcomer;
import io.andon.gateway.fanout.NotReadYet;
import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.ResumeAnswer;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.fanout.Unserved;
import io.andon.gateway.fanout.WindowGap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives a client what it has missed: from the window if that reaches back far enough, from Kafka otherwise. A client that
 * has seen more than this instance has read waits until that has changed.
 */
@Singleton
public final class Recoveries {

    private final TenantHubs hubs;
    private final RecoveryContext context;
    private final EarlyClients early;

    @Inject
    Recoveries(TenantHubs hubs, RecoveryContext context, EarlyClients early) {
        this.hubs = hubs;
        this.context = context;
        this.early = early;
    }

    /** Lets a subscriber take part in its tenant's stream, sooner or later; called on the subscriber's loop. */
    public void attach(TenantId tenant, Subscriber subscriber, LoopLane loop, Resume resume) {
        hubs.attach(tenant, subscriber, loop, resume)
                .ifPresent(unserved ->
                        serve(unserved, new Newcomer(hubs, tenant, subscriber, loop), resume, early.deadlineNanos()));
    }

    private void serve(Unserved unserved, Newcomer client, Resume resume, long deadlineNanos) {
        if (unserved instanceof WindowGap gap) {
            admit(new StreamRecovery(gap, context, client));
        } else if (unserved instanceof NotReadYet) {
            Runnable again = () -> client.onLoop(() -> join(client, resume, deadlineNanos));
            Runnable late = () -> client.onLoop(() -> giveUp(client));
            early.lookAgain(deadlineNanos, again, late);
        }
    }

    private void join(Newcomer client, Resume resume, long deadlineNanos) {
        if (!client.isGone()) {
            client.join(resume).ifPresent(unserved -> serve(unserved, client, resume, deadlineNanos));
        }
    }

    private static void giveUp(Newcomer client) {
        if (!client.isGone()) {
            client.join(new Resume.GivenUp(ResyncReason.POSITION_AHEAD));
        }
    }

    private void admit(Recovery recovery) {
        if (!context.lane().admit(recovery)) {
            recovery.giveUp(ResyncReason.RECOVERY_BUSY);
        }
    }

    /**
     * Finds what a client that polls has missed.
     *
     * @param answer is called once, by any thread
     */
    public void changes(ChangesQuery query, Consumer<ChangesPage> answer) {
        changes(query, answer, early.deadlineNanos());
    }

    private void changes(ChangesQuery query, Consumer<ChangesPage> answer, long deadlineNanos) {
        ResumeAnswer found = hubs.answer(query.tenant(), query.resume());
        if (found instanceof WindowGap gap) {
            admit(new ChangesRecovery(gap, context, hubs, query, answer));
        } else if (found instanceof Resumption resumption) {
            answer.accept(ChangesPage.of(List.of(), resumption, query.filter(), query.limit()));
        } else {
            early.lookAgain(
                    deadlineNanos,
                    () -> changes(query, answer, deadlineNanos),
                    () -> answer.accept(ChangesPage.resync(hubs.present(query.tenant()))));
        }
    }

    /** Looks after those that wait for too long, or for a client that does not read; to be called now and then. */
    public void expire() {
        context.lane().expire(context.nowMs());
    }
}
