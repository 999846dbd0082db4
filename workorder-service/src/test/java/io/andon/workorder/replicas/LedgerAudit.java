package io.andon.workorder.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Whether the database agrees with itself after a load. */
final class LedgerAudit {

    private final Ledger ledger;
    private final Shop shop;
    private final String tenant;

    LedgerAudit(Ledger ledger, Shop shop) {
        this.ledger = ledger;
        this.shop = shop;
        this.tenant = shop.factory().tenant();
    }

    void check() {
        balancesAreTheSumOfTheLedger();
        nothingIsBelowWhatWasAllowed();
        ordersAreTheSumOfTheirPostings();
        nothingIsHalf();
        whatWasAnsweredIsThere();
    }

    private void balancesAreTheSumOfTheLedger() {
        assertThat(ledger.rows(
                        """
                        select item_id, location_id, lot_code, balance.quantity, moved.quantity
                        from (select * from stock_balance where tenant_id = ?) balance
                        full join (select item_id, location_id, lot_code, sum(qty_delta) as quantity
                                   from stock_movement_line where tenant_id = ? group by 1, 2, 3) moved
                             using (item_id, location_id, lot_code)
                        where coalesce(balance.quantity, 0) <> coalesce(moved.quantity, 0)
                        """,
                        tenant,
                        tenant))
                .as("balances beside the sums of the ledger")
                .isEmpty();
    }

    private void nothingIsBelowWhatWasAllowed() {
        assertThat(ledger.rows(
                        """
                        select item_id, location_id, quantity from stock_balance
                        where tenant_id = ? and quantity < 0 and item_id <> ?::uuid
                        """,
                        tenant,
                        shop.loose()))
                .as("overdrawn bins")
                .isEmpty();
    }

    private void ordersAreTheSumOfTheirPostings() {
        assertThat(ledger.rows(
                        """
                        select id, quantity_completed, quantity_scrapped from work_order
                        where tenant_id = ?
                          and (quantity_completed <> coalesce(
                                  (select sum(qty_delta)
                                   from stock_movement movement
                                   join stock_movement_line line on line.tenant_id = movement.tenant_id
                                                                and line.movement_id = movement.id
                                   where movement.tenant_id = work_order.tenant_id
                                     and movement.work_order_id = work_order.id
                                     and movement.movement_type = 'WO_PRODUCTION'), 0)
                               or quantity_scrapped <> coalesce(
                                  (select sum(quantity) from scrap
                                   where scrap.tenant_id = work_order.tenant_id
                                     and scrap.work_order_id = work_order.id), 0))
                        """,
                        tenant))
                .as("orders beside the sums of their postings")
                .isEmpty();
    }

    private void nothingIsHalf() {
        assertThat(ledger.rows(
                        """
                        select 'movement without lines', id from stock_movement movement
                        where tenant_id = ?
                          and not exists (select from stock_movement_line line
                                          where line.tenant_id = movement.tenant_id and line.movement_id = movement.id)
                        union all
                        select 'work order movement that no document names', id from stock_movement movement
                        where tenant_id = ? and work_order_id is not null
                          and not exists (select from completion
                                          where tenant_id = movement.tenant_id
                                            and movement.id in (movement_id, issue_movement_id,
                                                                void_movement_id, void_issue_movement_id))
                          and not exists (select from issue
                                          where tenant_id = movement.tenant_id and movement.id = movement_id)
                        union all
                        select 'half a void', id from completion
                        where tenant_id = ? and status = 'voided'
                          and (issue_movement_id is null) <> (void_issue_movement_id is null)
                        """,
                        tenant,
                        tenant,
                        tenant))
                .as("half postings")
                .isEmpty();
    }

    private void whatWasAnsweredIsThere() {
        List<String> posted = ledger.rows("select id from stock_movement where tenant_id = ?", tenant);
        assertThat(posted).containsAll(shop.movements());
    }
}
