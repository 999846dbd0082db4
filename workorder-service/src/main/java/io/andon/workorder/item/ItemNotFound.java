package io.andon.workorder.item;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The tenant has no such item. */
public final class ItemNotFound extends Failure {

    public ItemNotFound(UUID id) {
        super(Category.NOT_FOUND, "ITEM_NOT_FOUND", "No such item", "There is no item " + id + ".");
    }
}
