package io.andon.workorder.issue;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.ItemNotFound;
import io.andon.workorder.item.Items;
import io.andon.workorder.location.Locations;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.order.WorkOrders;
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

    private final WorkOrders orders;
    private final Items items;
    private final Locations locations;
    private final Issues issues;

    IssueDrafts(WorkOrders orders, Items items, Locations locations, Issues issues) {
        this.orders = orders;
        this.items = items;
        this.locations = locations;
        this.issues = issues;
    }

    /** Checks here what posting would refuse anyway, while the person who typed it is still looking. */
    Issue create(TenantTransaction tx, UUID orderId, NewIssue wanted, String person) {
        WorkOrder order = orders.require(tx, orderId);
        order.requirePostable();
        if (wanted.occurredAt() != null) {
            BusinessTime.of(wanted.occurredAt(), tx.now());
        }
        locations.requireAll(
                tx,
                wanted.lines().stream()
                        .map(NewIssueLine::fromLocationId)
                        .distinct()
                        .toList());
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
