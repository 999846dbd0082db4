package io.andon.workorder.order;

import io.andon.kit.Ids;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.bom.Boms;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.ItemInactive;
import io.andon.workorder.item.Items;
import io.andon.workorder.location.Locations;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens work orders. */
@ApplicationScoped
class NewWorkOrders {

    private static final String INSERT =
            """
            with counter as (
                insert into work_order_counter (tenant_id, last_number)
                values (:tenant, 1)
                on conflict (tenant_id) do update set last_number = work_order_counter.last_number + 1
                returning last_number),
            transition as (
                insert into work_order_transition
                    (tenant_id, work_order_id, version, from_status, to_status, at, by)
                values (:tenant, :id, 1, null, :status, :now, :person))
            insert into work_order (tenant_id, id, number, status, output_item_id, output_uom, bom_id,
                quantity_planned, quantity_completed, quantity_scrapped,
                default_consume_location_id, default_produce_location_id,
                scheduled_start_at, scheduled_due_at, description,
                created_at, created_by, updated_at, version)
            select :tenant, :id, last_number, :status, :outputItemId, :outputUom, :bomId::uuid,
                :planned, :completed, :scrapped,
                :consumeLocationId::uuid, :produceLocationId::uuid,
                :startAt, :dueAt, :description,
                :now, :person, :now, 1
            from counter
            returning *
            """;

    private final Items items;
    private final Locations locations;
    private final Boms boms;

    NewWorkOrders(Items items, Locations locations, Boms boms) {
        this.items = items;
        this.locations = locations;
        this.boms = boms;
    }

    WorkOrder create(TenantTransaction tx, NewWorkOrder wanted, String person) {
        Item output = items.require(tx, wanted.outputItemId());
        check(wanted, output);
        requireBomOf(tx, output, wanted.bomId());
        locations.requireAll(tx, wanted.locationIds());
        WorkOrder order = insert(tx, wanted, output, person);
        tx.publish(order.asChanged());
        return order;
    }

    private static void check(NewWorkOrder wanted, Item output) {
        if (!output.active()) {
            throw new ItemInactive(output);
        }
        output.requireUom("outputUom", wanted.outputUom());
        output.requireCountable("quantityPlanned", wanted.quantityPlanned());
        Schedule.check(wanted.scheduledStartAt(), wanted.scheduledDueAt());
    }

    private void requireBomOf(TenantTransaction tx, Item output, @Nullable UUID bomId) {
        if (bomId != null
                && boms.find(tx, bomId)
                        .filter(bom -> bom.outputItemId().equals(output.id()))
                        .isEmpty()) {
            throw new InvalidField("bomId", "names no bill of materials of item " + output.sku());
        }
    }

    /** The number is taken last, because the counter's row makes the tenant's other new orders wait for our commit. */
    private static WorkOrder insert(TenantTransaction tx, NewWorkOrder wanted, Item output, String person) {
        Progress planned = Progress.planned(wanted.quantityPlanned());
        return tx.handle()
                .createQuery(INSERT)
                .bind("tenant", tx.tenant().value())
                .bind("id", Ids.next())
                .bind("status", planned.status().toString())
                .bind("outputItemId", output.id())
                .bind("outputUom", output.baseUom())
                .bind("bomId", wanted.bomId())
                .bind("planned", planned.quantityPlanned())
                .bind("completed", planned.quantityCompleted())
                .bind("scrapped", planned.quantityScrapped())
                .bind("consumeLocationId", wanted.defaultConsumeLocationId())
                .bind("produceLocationId", wanted.defaultProduceLocationId())
                .bind("startAt", BusinessTime.stored(wanted.scheduledStartAt()))
                .bind("dueAt", BusinessTime.stored(wanted.scheduledDueAt()))
                .bind("description", wanted.description())
                .bind("now", tx.now())
                .bind("person", person)
                .map((rs, context) -> WorkOrderRow.read(rs))
                .one();
    }
}
