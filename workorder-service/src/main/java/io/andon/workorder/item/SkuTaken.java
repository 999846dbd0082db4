package io.andon.workorder.item;

import io.andon.kit.problem.Failure;

/** Another item of the tenant has this sku. */
final class SkuTaken extends Failure {

    SkuTaken(String sku) {
        super(Category.CONFLICT, "SKU_TAKEN", "The sku is taken", "There is another item with sku " + sku + ".");
    }
}
