package io.andon.workorder.batch;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MovementType;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.Output;
import io.andon.workorder.order.Production;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.request.BusinessTime;
import io.andon.workorder.stock.LineDraft;
import io.andon.workorder.stock.MovementDraft;
import io.andon.workorder.stock.Overdraft;
import io.andon.workorder.stock.Posting;
import io.andon.workorder.stock.StockLedger;
import io.andon.workorder.stock.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Records a batch: consumes, produces and moves the order on, in one transaction. */
@ApplicationScoped
class BatchCommands {

    private static final String SOURCE = "work-order-batch";

    private final Production production;
    private final StockLedger ledger;

    BatchCommands(Production production, StockLedger ledger) {
        this.production = production;
        this.ledger = ledger;
    }

    RecordedBatch record(TenantTransaction tx, UUID orderId, NewBatch batch, Overdraft overdraft, String person) {
        WorkOrder order = production.lock(tx, orderId);
        order.requirePostable();
        requireOutputs(order, batch);
        Instant occurredAt = BusinessTime.of(batch.occurredAt(), tx.now());
        UUID batchId = Ids.next();
        List<MovementPosted> movements = ledger.post(
                tx,
                new Posting(
                        occurredAt,
                        person,
                        SOURCE,
                        batchId.toString(),
                        orderId,
                        batch.notes(),
                        overdraft,
                        List.of(issue(batch), receipt(batch))));
        WorkOrder after = production.record(tx, order, outputs(batch), occurredAt, person);
        return announce(tx, after, batchId, movements);
    }

    private RecordedBatch announce(
            TenantTransaction tx, WorkOrder after, UUID batchId, List<MovementPosted> movements) {
        UUID issueId = movements.get(0).movementId();
        UUID receiptId = movements.get(1).movementId();
        Touched touched = Touched.by(movements);
        tx.publish(new WorkOrderEvent.BatchPosted(
                after.id(), issueId, receiptId, touched.itemIds(), touched.locationIds()));
        movements.forEach(tx::publish);
        production.announce(tx, after, null);
        return new RecordedBatch(
                after.id(), batchId, issueId, receiptId, after.progress().quantityCompleted(), after.status());
    }

    private static void requireOutputs(WorkOrder order, NewBatch batch) {
        for (int i = 0; i < batch.produceLines().size(); i++) {
            order.requireOutput(
                    "produceLines[" + i + "].outputItemId",
                    batch.produceLines().get(i).outputItemId());
        }
    }

    private static MovementDraft issue(NewBatch batch) {
        List<LineDraft> lines = IntStream.range(0, batch.consumeLines().size())
                .mapToObj(i -> batch.consumeLines().get(i).draft(i))
                .toList();
        return new MovementDraft(Ids.next(), MovementType.WO_ISSUE, lines);
    }

    private static MovementDraft receipt(NewBatch batch) {
        List<LineDraft> lines = IntStream.range(0, batch.produceLines().size())
                .mapToObj(i -> batch.produceLines().get(i).draft(i))
                .toList();
        return new MovementDraft(Ids.next(), MovementType.WO_PRODUCTION, lines);
    }

    private static List<Output> outputs(NewBatch batch) {
        return batch.produceLines().stream()
                .map(line -> new Output(line.toLocationId(), line.quantity(), BigDecimal.ZERO))
                .toList();
    }
}
