package io.andon.workorder.completion;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.Items;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.report.DraftCheck;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes reports of output in, as drafts that change nothing yet. */
@ApplicationScoped
class CompletionDrafts {

    private final DraftCheck check;
    private final Items items;
    private final Completions completions;

    CompletionDrafts(DraftCheck check, Items items, Completions completions) {
        this.check = check;
        this.items = items;
        this.completions = completions;
    }

    Completion create(TenantTransaction tx, UUID orderId, NewCompletion wanted, String person) {
        WorkOrder order = check.order(
                tx, orderId, wanted.occurredAt(), wanted.lines().stream().map(NewCompletionLine::toLocationId));
        Item output = items.require(tx, order.outputItemId());
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
