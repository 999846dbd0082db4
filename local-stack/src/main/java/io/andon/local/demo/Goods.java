package io.andon.local.demo;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the bakery buys, and what it makes of it. */
enum Goods {
    FLOUR("Wheat flour T65", "kg", "0.62", Place.DRY_STORE),
    SUGAR("Sugar", "kg", "0.85", Place.DRY_STORE),
    BUTTER("Butter", "kg", "7.40", Place.COLD_STORE),
    YEAST("Fresh yeast", "kg", "3.10", Place.COLD_STORE),
    SALT("Sea salt", "kg", "0.35", Place.DRY_STORE),
    COCOA("Cocoa powder", "kg", "9.80", Place.DRY_STORE),
    BAG("Paper bag", "pcs", "0.04", Place.DRY_STORE),
    BOX("Carton box", "pcs", "0.22", Place.DRY_STORE),

    BAGUETTE("Baguette", "0.48", 420, Map.of(FLOUR, "0.25", YEAST, "0.005", SALT, "0.005", BAG, "1")),
    SOURDOUGH("Sourdough loaf", "1.35", 160, Map.of(FLOUR, "0.55", SALT, "0.011", BAG, "1")),
    CROISSANT(
            "Butter croissant",
            "0.62",
            240,
            Map.of(FLOUR, "0.06", BUTTER, "0.03", SUGAR, "0.008", YEAST, "0.003", BOX, "0.25")),
    BROWNIE("Brownie", "0.95", 90, Map.of(COCOA, "0.02", BUTTER, "0.025", SUGAR, "0.04", FLOUR, "0.02", BOX, "0.25"));

    static final List<Goods> RAW =
            Arrays.stream(values()).filter(goods -> goods.recipe.isEmpty()).toList();
    static final List<Goods> FINISHED =
            Arrays.stream(values()).filter(goods -> !goods.recipe.isEmpty()).toList();

    private final String label;
    private final String uom;
    private final BigDecimal cost;
    private final Place place;
    private final int dailyDemand;
    private final Map<Goods, String> recipe;

    Goods(String label, String uom, String cost, Place place) {
        this(label, uom, cost, place, 0, Map.of());
    }

    Goods(String label, String cost, int dailyDemand, Map<Goods, String> recipe) {
        this(label, "pcs", cost, Place.DISPATCH, dailyDemand, recipe);
    }

    Goods(String label, String uom, String cost, Place place, int dailyDemand, Map<Goods, String> recipe) {
        this.label = label;
        this.uom = uom;
        this.cost = new BigDecimal(cost);
        this.place = place;
        this.dailyDemand = dailyDemand;
        this.recipe = recipe;
    }

    String label() {
        return label;
    }

    String uom() {
        return uom;
    }

    BigDecimal cost() {
        return cost;
    }

    /** Where it lies. */
    Place place() {
        return place;
    }

    /** How many are sold on an average day. */
    int dailyDemand() {
        return dailyDemand;
    }

    /** What {@code pieces} of it take, in the order of the enum. */
    Map<Goods, BigDecimal> ingredients(int pieces) {
        Map<Goods, BigDecimal> needed = new java.util.EnumMap<>(Goods.class);
        recipe.forEach((goods, each) -> needed.put(goods, new BigDecimal(each).multiply(BigDecimal.valueOf(pieces))));
        return needed;
    }

    /** Where things lie in the bakery. */
    enum Place {
        DRY_STORE("Dry store"),
        COLD_STORE("Cold store"),
        DISPATCH("Dispatch");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String code() {
            return name().replace('_', '-');
        }
    }
}
