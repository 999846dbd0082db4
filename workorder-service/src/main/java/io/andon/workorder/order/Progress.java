package io.andon.workorder.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has got, and the only ways on. Draft → released → in progress → completed → closed; canceled from
 * draft and released, and from in progress as long as nothing is posted.
 *
 * @param quantityCompleted good output so far
 * @param completedAt the business time of the posting that reached the plan
 */
public record Progress(
        WorkOrderStatus status,
        BigDecimal quantityPlanned,
        BigDecimal quantityCompleted,
        BigDecimal quantityScrapped,
        @Nullable Instant releasedAt,
        @Nullable Instant completedAt) {

    static Progress planned(BigDecimal quantity) {
        return new Progress(WorkOrderStatus.DRAFT, quantity, BigDecimal.ZERO, BigDecimal.ZERO, null, null);
    }

    Progress release(Instant now) {
        require(status == WorkOrderStatus.DRAFT, "released");
        return new Progress(
                WorkOrderStatus.RELEASED, quantityPlanned, quantityCompleted, quantityScrapped, now, completedAt);
    }

    /** @param consumed whether the order took material that it has not given back */
    Progress cancel(boolean consumed) {
        require(
                switch (status) {
                    case DRAFT, RELEASED -> true;
                    case IN_PROGRESS -> made().signum() == 0 && !consumed;
                    case COMPLETED, CLOSED, CANCELED -> false;
                },
                "canceled");
        return with(WorkOrderStatus.CANCELED);
    }

    Progress close() {
        require(status == WorkOrderStatus.COMPLETED, "closed");
        return with(WorkOrderStatus.CLOSED);
    }

    /** What a posting of {@code good} and {@code scrap}, made at {@code occurredAt}, leads to. */
    Progress produce(BigDecimal good, BigDecimal scrap, Instant occurredAt) {
        requirePostable();
        Progress after = new Progress(
                WorkOrderStatus.IN_PROGRESS,
                quantityPlanned,
                quantityCompleted.add(good),
                quantityScrapped.add(scrap),
                releasedAt,
                completedAt);
        return after.made().compareTo(quantityPlanned) < 0 ? after : after.completed(occurredAt);
    }

    /** What a posting of material leads to: the order is in progress from the first posting on. */
    Progress consume() {
        requirePostable();
        return status == WorkOrderStatus.RELEASED ? with(WorkOrderStatus.IN_PROGRESS) : this;
    }

    /**
     * What taking {@code good} back leads to.
     *
     * @param completedAt when what is left reached the plan; null if it does not
     */
    Progress withdraw(BigDecimal good, @Nullable Instant completedAt) {
        requireVoidable();
        return new Progress(
                completedAt == null ? WorkOrderStatus.IN_PROGRESS : WorkOrderStatus.COMPLETED,
                quantityPlanned,
                quantityCompleted.subtract(good),
                quantityScrapped,
                releasedAt,
                completedAt);
    }

    /**
     * What another plan leads to.
     *
     * @param completedAt when what is made reached the new plan; null if it has not
     */
    Progress replan(BigDecimal planned, @Nullable Instant completedAt) {
        requireOpen();
        return new Progress(
                completedAt == null ? status : WorkOrderStatus.COMPLETED,
                planned,
                quantityCompleted,
                quantityScrapped,
                releasedAt,
                completedAt);
    }

    /** @throws InvalidState if the order is completed, closed or canceled */
    void requireOpen() {
        require(
                switch (status) {
                    case DRAFT, RELEASED, IN_PROGRESS -> true;
                    case COMPLETED, CLOSED, CANCELED -> false;
                },
                "edited");
    }

    /** @throws InvalidState if what was posted stays posted in this status */
    void requireVoidable() {
        require(status == WorkOrderStatus.IN_PROGRESS || status == WorkOrderStatus.COMPLETED, "changed by a void");
    }

    /** @throws InvalidState if nothing can be posted in this status */
    void requirePostable() {
        require(status.takesPostings(), "posted to");
    }

    private Progress completed(Instant at) {
        return new Progress(
                WorkOrderStatus.COMPLETED,
                quantityPlanned,
                quantityCompleted,
                quantityScrapped,
                releasedAt,
                completedAt == null ? at : completedAt);
    }

    private Progress with(WorkOrderStatus next) {
        return new Progress(next, quantityPlanned, quantityCompleted, quantityScrapped, releasedAt, completedAt);
    }

    private BigDecimal made() {
        return quantityCompleted.add(quantityScrapped);
    }

    private void require(boolean legal, String action) {
        if (!legal) {
            throw new InvalidState(status, action);
        }
    }
}
