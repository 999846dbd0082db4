package io.andon.metrics.item;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** No record has named such an item. */
final class ItemNotFound extends Failure {

    ItemNotFound(UUID itemId) {
        super(Category.NOT_FOUND, "ITEM_NOT_FOUND", "No such item", "There is no item " + itemId + ".");
    }
}
