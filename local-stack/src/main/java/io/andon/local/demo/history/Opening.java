package io.andon.local.demo.history;

import io.andon.local.demo.company.Supply;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** What there was when the history began: of what is bought regularly, as much as there should be. */
final class Opening {

    private static final LocalTime TIME = LocalTime.of(3, 0);

    private final World world;

    Opening(World world) {
        this.world = world;
    }

    void note() {
        Instant at = world.at(world.firstDay(), TIME);
        world.agenda().note(at, () -> open(at));
    }

    private void open(Instant at) {
        List<Line> lines = world.company().goods().stream()
                .flatMap(good -> good
                        .openingStock()
                        .or(() -> good.regularSupply().map(Supply::par))
                        .map(quantity -> Line.delivered(good, quantity, world.firstDay()))
                        .stream())
                .toList();
        world.move(new Step.Movement(
                History.OPENING, "OPENING", at, null, lines, world.asOf().toString()));
    }
}
