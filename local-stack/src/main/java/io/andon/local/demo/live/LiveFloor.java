package io.andon.local.demo.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.local.demo.api.Refused;
import io.andon.local.demo.api.TenantApi;
import io.andon.local.demo.company.Company;
import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.Production;
import io.andon.local.demo.history.Line;
import io.andon.local.demo.history.OrderStep;
import io.andon.local.demo.history.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A company's floor, on one thread: takes an order in progress, or begins one, and records a batch of it, again and
 * again. When an order is complete, what was made is shipped and the next one planned. A service that is away is waited
 * for; a posting that is refused, because somebody else worked on the same order, is said and not repeated.
 */
public final class LiveFloor {

    /** A batch is this part of its order. */
    private static final BigDecimal BATCHES = BigDecimal.valueOf(8);

    private static final BigDecimal SHIPPED = new BigDecimal("0.8");
    private static final Duration TIME_TO_MAKE = Duration.ofHours(4);

    private final TenantApi api;
    private final Company company;
    private final Clock clock;
    private final Consumer<String> listener;

    public LiveFloor(TenantApi api, Company company, Clock clock, Consumer<String> listener) {
        this.api = api;
        this.company = company;
        this.clock = clock;
        this.listener = listener;
    }

    /** Works until its thread is interrupted. */
    public void work(Duration interval) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                recordBatch();
            } catch (Refused e) {
                if (!Thread.currentThread().isInterrupted()) {
                    listener.accept(company.name() + ": " + e.getMessage());
                }
            }
            pause(interval);
        }
    }

    private static void pause(Duration interval) {
        try {
            Thread.sleep(interval.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One posting, and what it leads to. */
    private void recordBatch() {
        Board board = new Board(api);
        Optional<Job> open = Stream.of("in_progress", "released")
                .flatMap(status -> board.orders(status).stream())
                .flatMap(order -> job(board, order).stream())
                .findFirst();
        if (open.isEmpty()) {
            begin(board);
            return;
        }
        Job job = open.get();
        String key = name();
        board.ids().learn(key, job.order().id());
        Line produced = Line.of(job.good().sku(), job.good().place(), job.batch());
        List<Line> taken = Line.ingredients(company, job.good(), job.batch());
        JsonNode answer = api.post(
                new OrderStep.Batch(key + "-batch", key, clock.instant(), taken, produced).request(board.ids()));
        if (answer.path("workOrderStatus").asText().equals("completed")) {
            api.post(new OrderStep.Transition(key, "close").request(board.ids()));
            listener.accept(company.name() + ": " + job.order().number() + " is complete.");
            ship(board, job.good());
            begin(board);
        }
    }

    /** What to make of an order next. */
    private record Job(OpenOrder order, Good good, BigDecimal batch) {}

    /**
     * Empty where the order has had its material already, or there is nothing to make it of, not even after a delivery.
     */
    private Optional<Job> job(Board board, OpenOrder order) {
        return company.production().stream()
                .filter(production -> order.live() || !production.issued())
                .map(production -> company.good(production.make()))
                .filter(good -> board.makes(order, good))
                .map(good -> new Job(order, good, batch(order)))
                .filter(job -> job.batch().signum() > 0 && provide(board, job.good(), job.batch()))
                .findFirst();
    }

    private static BigDecimal batch(OpenOrder order) {
        return order.planned().divide(BATCHES, 0, RoundingMode.CEILING).min(order.left());
    }

    /** Buys what is missing; answers whether there is everything then. */
    private boolean provide(Board board, Good good, BigDecimal quantity) {
        if (board.hasMaterial(company, good, quantity)) {
            return true;
        }
        Instant now = clock.instant();
        List<Line> delivery = good.recipe().keySet().stream()
                .map(company::good)
                .flatMap(component -> component.regularSupply().stream()
                        .map(supply -> Line.delivered(component, supply.order(board.stock(component)), now)))
                .filter(line -> line.quantity().signum() > 0)
                .toList();
        if (!delivery.isEmpty()) {
            move(board, "RECEIPT", now, delivery);
        }
        return board.hasMaterial(company, good, quantity);
    }

    private void ship(Board board, Good good) {
        BigDecimal quantity = board.stock(good).multiply(SHIPPED).setScale(0, RoundingMode.FLOOR);
        if (good.type().equals("finished") && quantity.signum() > 0) {
            move(board, "SHIPMENT", clock.instant(), List.of(Line.of(good.sku(), good.place(), quantity.negate())));
        }
    }

    private void move(Board board, String type, Instant at, List<Line> lines) {
        String key = name();
        api.post(new Step.Movement(key, type, at, null, lines, key).request(board.ids()));
    }

    /** Plans and releases the next order of something that there is material for. */
    private void begin(Board board) {
        List<Production> choice = new ArrayList<>(company.production());
        Collections.shuffle(choice);
        Optional<Production> possible = choice.stream()
                .filter(production ->
                        provide(board, company.good(production.make()), BigDecimal.valueOf(production.quantity())))
                .findFirst();
        if (possible.isEmpty()) {
            listener.accept(company.name() + " has no material for anything.");
        } else {
            plan(board, possible.get());
        }
    }

    private void plan(Board board, Production next) {
        Instant now = clock.instant();
        String key = name();
        board.learnRecipe(company.good(next.make()));
        JsonNode order = api.post(new OrderStep.NewOrder(
                        key,
                        company.good(next.make()),
                        BigDecimal.valueOf(next.quantity()),
                        now,
                        now.plus(TIME_TO_MAKE),
                        OpenOrder.LIVE)
                .request(board.ids()));
        board.ids().learn(key, order.path("id").asText());
        api.post(new OrderStep.Transition(key, "release").request(board.ids()));
        listener.accept(company.name() + ": " + order.path("number").asText() + " is next.");
    }

    /** Of a posting; no other has it. */
    private static String name() {
        return "live-" + UUID.randomUUID();
    }
}
