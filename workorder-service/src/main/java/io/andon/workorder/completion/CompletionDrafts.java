package io.andon.workorder.completion;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.Items;
import io.andon.workorder.location.Locations;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.order.WorkOrders;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes reports of output in, as drafts that change nothing yet. */
@ApplicationScoped
class CompletionDrafts {

    private final WorkOrders orders;
    private final Items items;
    private final Locations locations;
    private final Completions completions;

    CompletionDrafts(WorkOrders orders, Items items, Locations locations, Completions completions) {
        this.orders = orders;
        this.items = items;
        this.locations = locations;
        this.completions = completions;
    }

    /** Checks here what posting would refuse anyway, while the person who typed it is still looking. */
    Completion create(TenantTransaction tx, UUID orderId, NewCompletion wanted, String person) {
        WorkOrder order = orders.require(tx, orderId);
        order.requirePostable();
        if (wanted.occurredAt() != null) {
            BusinessTime.of(wanted.occurredAt(), tx.now());
        }
        Item output = items.require(tx, order.outputItemId());
        locations.requireAll(
                tx,
                wanted.lines().stream()
                        .map(NewCompletionLine::toLocationId)
                        .distinct()
                        .toList());
        List<CompletionLine> lines = IntStream.range(0, wanted.lines().size())
                .mapToObj(i -> line(i, wanted.lines().get(i), order, output))
                .toList();
        Completion draft = Completion.draft(
                Ids.next(), order, BusinessTime.stored(wanted.occurredAt()), wanted.notes(), lines, tx.now(), person);
        completions.insert(tx, draft);
        return draft;
    }

    private static CompletionLine line(int index, NewCompletionLine wanted, WorkOrder order, Item output) {
        String field = "lines[" + index + "]";
        order.requireOutput(field + ".outputItemId", wanted.outputItemId());
        output.requireUom(field + ".uom", wanted.uom());
        output.requireCountable(field + ".quantityCompleted", wanted.quantityCompleted());
        return new CompletionLine(
                index + 1,
                output.id(),
                wanted.toLocationId(),
                wanted.quantityCompleted(),
                output.baseUom(),
                wanted.lotCode());
    }
}
