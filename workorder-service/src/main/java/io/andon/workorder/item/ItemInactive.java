package io.andon.workorder.item;

import io.andon.kit.problem.Failure;

/** The item was taken out of use. */
public final class ItemInactive extends Failure {

    public ItemInactive(Item item) {
        super(
                Category.CONFLICT,
                "ITEM_INACTIVE",
                "The item is not in use",
                "Item " + item.sku() + " is inactive. Activate it first: PATCH /items/" + item.id() + ".");
    }
}
