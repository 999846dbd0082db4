package io.andon.gateway.recovery;

import io.andon.gateway.fanout.Frame;
import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.ResumeAnswer;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.fanout.WindowGap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills a page for a client that polls: from Kafka first, and then from the window if there is room left. Runs on the
 * lane's readers alone.
 */
final class ChangesRecovery extends Recovery {

    /** A page holds at least one event, however large. */
    private static final int MAX_PAGE_BYTES = 1024 * 1024;

    private final RecoveryContext context;
    private final TenantHubs hubs;
    private final ChangesQuery query;
    private final Consumer<ChangesPage> answer;
    private final List<Frame> frames = new ArrayList<>();
    private int bytes;

    ChangesRecovery(
            WindowGap gap, RecoveryContext context, TenantHubs hubs, ChangesQuery query, Consumer<ChangesPage> answer) {
        super(gap, context.deadlineMs());
        this.context = context;
        this.hubs = hubs;
        this.query = query;
        this.answer = answer;
    }

    @Override
    ChunkBuilder chunk(Passage passage) {
        return context.chunk(passage, query.tenant(), query.filter(), query.limit() - frames.size());
    }

    @Override
    void receive(Chunk chunk) {
        for (Frame frame : chunk.frames()) {
            frames.add(frame);
            bytes += frame.length();
        }
        Passage reached = chunk.reached();
        if (isFull() || context.isSpent(reached)) {
            finish(new ChangesPage(frames, reached.at(), false));
        } else if (reached.isDone()) {
            join(reached);
        } else {
            goOn(reached);
        }
    }

    private boolean isFull() {
        return frames.size() >= query.limit() || bytes >= MAX_PAGE_BYTES;
    }

    private void join(Passage reached) {
        ResumeAnswer rest = hubs.answer(query.tenant(), new Resume.After(reached.at()));
        if (rest instanceof WindowGap gap) {
            goOn(reached.extendedTo(gap.until()));
        } else if (rest instanceof Resumption resumption) {
            finish(ChangesPage.of(frames, resumption, query.filter(), query.limit()));
        } else {
            giveUp(ResyncReason.POSITION_AHEAD);
        }
    }

    private void goOn(Passage reached) {
        moveTo(reached);
        if (isLate(context.nowMs())) {
            giveUp(ResyncReason.RECOVERY_FAILED);
        } else {
            context.lane().again(this);
        }
    }

    @Override
    void giveUp(ResyncReason reason) {
        finish(ChangesPage.resync(hubs.present(query.tenant())));
    }

    private void finish(ChangesPage page) {
        context.lane().finished(this);
        answer.accept(page);
    }

    @Override
    boolean isAbandoned() {
        return false;
    }

    @Override
    void checkOn(long nowMs) {
        // The answer is written when it is whole; nothing waits for the client before.
    }
}
