package io.andon.local.demo.history;

import io.andon.local.demo.api.Request;
import io.andon.local.demo.api.Role;
import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.Place;
import java.util.List;

/** What a company enters before it can do anything. */
public sealed interface MasterData extends Step {

    /** Enters a place. */
    record NewPlace(Place place) implements MasterData {

        /** The key of the step that enters what is known as {@code name} at the company. */
        public static String keyOf(String name) {
            return "place-" + name;
        }

        @Override
        public String key() {
            return keyOf(place.code());
        }

        @Override
        public Request request(Ids ids) {
            Body body = new Body().with("code", place.code()).with("name", place.name());
            return body.asRequest(Role.PLANNER, "/locations", this);
        }
    }

    /** Enters a good. */
    record NewItem(Good good, String currency) implements MasterData {

        /** The key of the step that enters what is known as {@code name} at the company. */
        public static String keyOf(String name) {
            return "item-" + name;
        }

        @Override
        public String key() {
            return keyOf(good.sku());
        }

        @Override
        public Request request(Ids ids) {
            Body body = new Body()
                    .with("sku", good.sku())
                    .with("name", good.name())
                    .with("type", good.type())
                    .with("baseUom", good.uom())
                    .with("standardCost", good.cost())
                    .with("currency", currency)
                    .with("lotTracked", good.lots())
                    .with("discrete", good.whole());
            return body.asRequest(Role.PLANNER, "/items", this);
        }
    }

    /** Enters what a good is made of. */
    record NewRecipe(Good good) implements MasterData {

        /** The key of the step that enters the recipe of {@code sku}. */
        public static String keyOf(String sku) {
            return "recipe-" + sku;
        }

        @Override
        public String key() {
            return keyOf(good.sku());
        }

        @Override
        public Request request(Ids ids) {
            Body body = new Body()
                    .with("outputItemId", ids.item(good.sku()))
                    .with("outputQuantity", 1)
                    .list("lines", List.copyOf(good.recipe().entrySet()), line -> new Body()
                            .with("componentItemId", ids.item(line.getKey()))
                            .with("quantity", line.getValue()));
            return body.asRequest(Role.PLANNER, "/boms", this);
        }
    }
}
