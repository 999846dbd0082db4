package io.andon.local.demo.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Carries steps out on paper, as the ledger would, and notes what it would refuse. */
final class LedgerOf {

    private final Map<String, BigDecimal> stock = new HashMap<>();
    private final Map<String, OrderStep.NewOrder> orders = new HashMap<>();
    private final Map<String, BigDecimal> made = new HashMap<>();
    private final List<String> canceled = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    LedgerOf(List<Step> steps) {
        steps.forEach(this::carryOut);
    }

    private void carryOut(Step step) {
        if (step instanceof Step.Movement movement) {
            times.add(movement.at());
            movement.lines().forEach(line -> book(step, line, 1, movement.overdraw() != null));
        } else if (step instanceof OrderStep.NewOrder order) {
            orders.put(order.key(), order);
        } else if (step instanceof OrderStep.Transition transition
                && transition.action().equals("cancel")) {
            canceled.add(transition.order());
        } else if (step instanceof OrderStep.Batch batch) {
            times.add(batch.at());
            batch.consumed().forEach(line -> book(step, line, -1, false));
            produce(step, batch.order(), batch.produced(), 1);
        } else if (step instanceof OrderStep.Posting posting) {
            post(posting);
        } else if (step instanceof OrderStep.Undoing undoing) {
            undo(step, undoing.batch());
        } else if (step instanceof OrderStep.Scrap scrap) {
            times.add(scrap.at());
            made.merge(scrap.order(), scrap.quantity(), BigDecimal::add);
        }
    }

    private void post(OrderStep.Posting posting) {
        OrderStep.Draft draft = posting.draft();
        times.add(draft.at());
        for (Line line : draft.lines()) {
            switch (draft.kind()) {
                case ISSUES -> book(posting, line, -1, false);
                case COMPLETIONS -> produce(posting, draft.order(), line, 1);
            }
        }
    }

    private void undo(Step step, OrderStep.Batch batch) {
        produce(step, batch.order(), batch.produced(), -1);
        batch.consumed().forEach(line -> book(step, line, 1, false));
    }

    private void produce(Step step, String order, Line line, int sign) {
        made.merge(order, line.quantity().multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
        book(step, line, sign, false);
    }

    private void book(Step step, Line line, int sign, boolean overdraft) {
        BigDecimal left = stock.merge(
                line.sku() + "@" + line.place(), line.quantity().multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
        if (left.signum() < 0 && !overdraft) {
            refused.add(step.key() + " takes " + left.negate() + " of " + line.sku() + " that is not there");
        }
    }

    List<String> refused() {
        return refused;
    }

    /** When stock or output changed, in the order of the steps. */
    List<Instant> times() {
        return times;
    }

    BigDecimal stock(String sku) {
        return stock.entrySet().stream()
                .filter(bin -> bin.getKey().startsWith(sku + "@"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Orders that are neither canceled nor finished. */
    Stream<OrderStep.NewOrder> open() {
        return orders.values().stream()
                .filter(order -> !canceled.contains(order.key()))
                .filter(order -> made.getOrDefault(order.key(), BigDecimal.ZERO).compareTo(order.quantity()) < 0);
    }
}
