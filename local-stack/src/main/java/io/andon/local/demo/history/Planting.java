package io.andon.local.demo.history;

import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.PlantedMovement;
import java.time.Instant;
import java.time.LocalDate;

/** The movements that are there to be found. */
final class Planting {

    private final World world;

    Planting(World world) {
        this.world = world;
    }

    void note() {
        for (PlantedMovement planted : world.company().movements()) {
            LocalDate day = world.today().minusDays(planted.daysAgo());
            Instant at = world.at(day, planted.time());
            world.agenda().note(at, () -> world.move(movement(planted, day, at)));
        }
    }

    private Step.Movement movement(PlantedMovement planted, LocalDate day, Instant at) {
        return new Step.Movement(
                "planted-" + planted.what(),
                planted.type(),
                at,
                planted.overdraw(),
                planted.lines().stream().map(line -> line(planted, line, day)).toList(),
                planted.what());
    }

    private Line line(PlantedMovement planted, PlantedMovement.Line line, LocalDate day) {
        Good good = world.company().good(line.sku());
        boolean needsLot =
                good.lots() && line.quantity().signum() > 0 && !planted.type().equals("TRANSFER");
        return new Line(
                line.sku(),
                line.place() == null ? good.place() : line.place(),
                line.quantity(),
                needsLot ? good.sku() + "-" + day : null,
                line.reason());
    }
}
