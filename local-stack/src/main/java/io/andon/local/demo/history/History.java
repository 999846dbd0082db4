package io.andon.local.demo.history;

import io.andon.local.demo.company.Company;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a company did up to an instant.
 *
 * @param steps in the order in which they are to be carried out
 */
public record History(Company company, Instant asOf, List<Step> steps) {

    /** The key of the movement whose source says which instant the history leads up to. */
    public static final String OPENING = "opening";

    public History {
        steps = List.copyOf(steps);
    }

    /** The same for the same company and instant. */
    public static History of(Company company, Instant asOf) {
        World world = World.of(company, asOf);
        enterMasterData(world);
        new Opening(world).note();
        new Deliveries(world).note();
        new Shipments(world).note();
        new Manufacture(world).note();
        new Planting(world).note();
        new PlantedOrders(world).note();
        world.agenda().run(asOf);
        // The last of all, because it is how a load finds that there is nothing left to do.
        world.add(new MasterData.NewItem(company.good(company.neverMoved()), company.currency()));
        return new History(company, asOf, world.steps());
    }

    /** The last change of stock. */
    public Stocked last() {
        return IntStream.iterate(steps.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> steps.get(i).stocked())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static void enterMasterData(World world) {
        Company company = world.company();
        company.places().forEach(place -> world.add(new MasterData.NewPlace(place)));
        company.goods().stream()
                .filter(good -> !good.sku().equals(company.neverMoved()))
                .forEach(good -> world.add(new MasterData.NewItem(good, company.currency())));
        company.goods().stream()
                .filter(good -> !good.recipe().isEmpty())
                .forEach(good -> world.add(new MasterData.NewRecipe(good)));
    }
}
