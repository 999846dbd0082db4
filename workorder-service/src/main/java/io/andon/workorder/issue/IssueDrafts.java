package io.andon.workorder.issue;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.ItemNotFound;
import io.andon.workorder.item.Items;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.report.DraftCheck;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes reports of what an order takes in, as drafts that change nothing yet. */
@ApplicationScoped
class IssueDrafts {

    private final DraftCheck check;
    private final Items items;
    private final Issues issues;

    IssueDrafts(DraftCheck check, Items items, Issues issues) {
        this.check = check;
        this.items = items;
        this.issues = issues;
    }

    Issue create(TenantTransaction tx, UUID orderId, NewIssue wanted, String person) {
        WorkOrder order = check.order(
                tx, orderId, wanted.occurredAt(), wanted.lines().stream().map(NewIssueLine::fromLocationId));
        Issue draft = new Issue(
                Ids.next(),
                order.id(),
                IssueStatus.DRAFT,
                order.status(),
                BusinessTime.stored(wanted.occurredAt()),
                wanted.notes(),
                lines(tx, wanted.lines()),
                tx.now(),
                person,
                null,
                null,
                null,
                null);
        issues.insert(tx, draft);
        return draft;
    }

    private List<IssueLine> lines(TenantTransaction tx, List<NewIssueLine> wanted) {
        Map<UUID, Item> found =
                items
                        .withIds(
                                tx,
                                wanted.stream()
                                        .map(NewIssueLine::componentItemId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Item::id, Function.identity()));
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> line(i, wanted.get(i), found.get(wanted.get(i).componentItemId())))
                .toList();
    }

    private static IssueLine line(int index, NewIssueLine wanted, @Nullable Item component) {
        if (component == null) {
            throw new ItemNotFound(wanted.componentItemId());
        }
        String field = "lines[" + index + "]";
        component.requireUom(field + ".uom", wanted.uom());
        component.requireCountable(field + ".quantityIssued", wanted.quantityIssued());
        return new IssueLine(
                index + 1,
                component.id(),
                wanted.fromLocationId(),
                wanted.quantityIssued(),
                component.baseUom(),
                wanted.lotCode());
    }
}
