package io.andon.local.demo.history;

import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.Supply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was bought: each good on its days, in whole packs, up to what there should be. */
final class Deliveries {

    private final World world;

    Deliveries(World world) {
        this.world = world;
    }

    void note() {
        world.days().forEach(day -> {
            Instant at = world.at(day, world.company().deliveries());
            world.agenda().note(at, () -> receive(day, at));
        });
    }

    private void receive(LocalDate day, Instant at) {
        List<Line> lines = world.company().goods().stream()
                .flatMap(good -> good.regularSupply().flatMap(supply -> line(good, supply, day)).stream())
                .toList();
        if (!lines.isEmpty()) {
            String key = "receipt-" + day;
            world.move(new Step.Movement(key, "RECEIPT", at, null, lines, key));
        }
    }

    private Optional<Line> line(Good good, Supply supply, LocalDate day) {
        BigDecimal ordered = supply.order(world.stock().of(good.sku(), good.place()));
        return supply.days().contains(day.getDayOfWeek()) && ordered.signum() > 0
                ? Optional.of(Line.delivered(good, ordered, day))
                : Optional.empty();
    }
}
