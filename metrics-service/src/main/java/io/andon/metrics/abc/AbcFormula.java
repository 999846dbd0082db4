package io.andon.metrics.abc;

import io.andon.metrics.days.ItemStates;

/**
 * The classification as one statement.
 *
 * <p>An item's usage value is what demand took of it in the window ({@link ItemStates#WINDOW}), with the warning
 * UNVALUED where a unit has no cost. Ranked by it, an item is A while the items <em>strictly above</em> it make up less
 * than A percent of the total, then B, then C. So the item that crosses a line keeps the higher class, equal values share
 * a class, and a lone item is A. An item without usage is C.
 *
 * <p>Values are rounded to six places before they are compared, so that items that show the same value are the same.
 * Comparisons multiply instead of dividing, and the percentage shown is an exact {@code ratio}: no digit depends on how
 * far PostgreSQL carries a quotient.
 */
final class AbcFormula {

    /** Changes whenever the same ledger would give other figures. */
    static final String VERSION = "abc-1";

    /** In a table, so that its size is known to the planner: of the rows of one run it need not know anything. */
    static final String COLLECT_PREVIOUS =
            """
            create temporary table previous_class on commit drop as
            select item_id, abc_class, changed_at
            from abc_result
            where tenant_id = :tenant and run_id = :previous_run
            """;

    static final String COUNT_PREVIOUS = "analyze previous_class";

    static final String CLASSIFY =
            """
            with seen as materialized (
            %s
            ),
            demand as (
                select item_id, round(demand_value, 6) as value, unvalued
                from seen
            ),
            usage as (
                select i.item_id,
                       i.sku,
                       coalesce(demand.value, 0) as value,
                       -- More came back than went out: nothing was used.
                       greatest(demand.value, 0) as used,
                       coalesce(demand.unvalued, false) as unvalued
                from item i
                left join demand on demand.item_id = i.item_id
                where i.tenant_id = :tenant and i.active
            ),
            ranked as (
                select *,
                       sum(used) over () as total,
                       coalesce(sum(used) over (
                           order by used desc groups between unbounded preceding and 1 preceding), 0) as above,
                       sum(used) over (in_order rows unbounded preceding) as cumulative,
                       row_number() over in_order as position
                from usage
                window in_order as (order by used desc, sku collate "C" nulls last, item_id)
            ),
            classified as (
                select *,
                       case
                           when used = 0 then 'C'
                           when above * 100 < :a_percent * total then 'A'
                           when above * 100 < :b_percent * total then 'B'
                           else 'C'
                       end as class
                from ranked
            )
            insert into abc_result
                (tenant_id, run_id, position, item_id, total_value, cumulative_percentage, abc_class,
                 previous_class, changed_at, reason, warnings)
            select :tenant,
                   :run,
                   now.position,
                   now.item_id,
                   now.value,
                   case when now.used > 0 then ratio(now.cumulative * 100, now.total) end,
                   now.class,
                   before.abc_class,
                   case when before.abc_class = now.class then before.changed_at else :window_end end,
                   case when now.used = 0 then 'NO_USAGE' end,
                   case when now.unvalued then array['UNVALUED'] else array[]::text[] end
            from classified now
            left join previous_class before on before.item_id = now.item_id
            """
                    .formatted(ItemStates.WINDOW);

    /**
     * Rows that a dashboard which shows the run before has to draw anew. No join: of rows that were written just now a
     * planner believes that there are none, and would look through all of them once for each.
     */
    static final String COUNT_UPDATED =
            """
            select count(*)
            from (
                select item_id, abc_class, total_value, cumulative_percentage, reason, warnings
                from abc_result
                where tenant_id = :tenant and run_id = :run
                except
                select item_id, abc_class, total_value, cumulative_percentage, reason, warnings
                from abc_result
                where tenant_id = :tenant and run_id = :shown_run
            ) changed
            """;

    private AbcFormula() {}
}
