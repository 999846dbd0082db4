package io.andon.workorder.batch;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MovementType;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.completion.Completion;
import io.andon.workorder.completion.CompletionLine;
import io.andon.workorder.completion.Completions;
import io.andon.workorder.completion.Posted;
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
    private final Completions completions;

    BatchCommands(Production production, StockLedger ledger, Completions completions) {
        this.production = production;
        this.ledger = ledger;
        this.completions = completions;
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
        UUID eventId = announce(tx, after, movements);
        UUID issueId = movements.get(0).movementId();
        UUID receiptId = movements.get(1).movementId();
        completions.insert(
                tx,
                Completion.batch(
                        batchId,
                        after,
                        occurredAt,
                        batch.notes(),
                        completionLines(batch, order),
                        new Posted(receiptId, issueId, eventId, tx.now(), person)));
        return new RecordedBatch(
                after.id(), batchId, issueId, receiptId, after.progress().quantityCompleted(), after.status());
    }

    /** Returns the id of the batch's own event. */
    private UUID announce(TenantTransaction tx, WorkOrder after, List<MovementPosted> movements) {
        Touched touched = Touched.by(movements);
        UUID eventId = tx.publish(new WorkOrderEvent.BatchPosted(
                after.id(),
                movements.get(0).movementId(),
                movements.get(1).movementId(),
                touched.itemIds(),
                touched.locationIds()));
        movements.forEach(tx::publish);
        production.announce(tx, after, null);
        return eventId;
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

    private static List<CompletionLine> completionLines(NewBatch batch, WorkOrder order) {
        return IntStream.range(0, batch.produceLines().size())
                .mapToObj(i -> batch.produceLines().get(i).completionLine(i + 1, order.outputUom()))
                .toList();
    }
}
