package io.andon.metrics.aging;

/**
 * Aging as one statement over the layers that {@link ItemLayers} keeps.
 *
 * <p>A layer's age is the calendar days of a zone from the day on which the goods came in to the day of {@code as_of};
 * never negative, though a record may say that they came in later. A bucket's last day belongs to it. A unit is worth what
 * its movement said, else the item's standard cost; UNVALUED where neither is known.
 *
 * <p>The oldest stock comes first, equally old by falling value; the ids make the order the same in every run.
 */
final class AgingFormula {

    /** Changes whenever the same ledger would give other figures. */
    static final String VERSION = "aging-1";

    static final String COMPUTE =
            """
            with aged as materialized (
                select l.item_id,
                       l.location_id,
                       l.lot_code,
                       l.quantity,
                       coalesce(l.unit_cost, i.standard_cost) as unit_cost,
                       greatest(days_between(l.received_at, :as_of, :zone), 0) as age
                from item_layer l
                join item i on i.tenant_id = l.tenant_id and i.item_id = l.item_id
                where l.tenant_id = :tenant
            ),
            -- Else PostgreSQL would look for a layer's bucket once for every bucket's sum.
            placed as materialized (
                select *,
                       quantity * coalesce(unit_cost, 0) as value,
                       1 + (select count(*) from unnest(cast(:buckets as integer[])) as last_day where age > last_day) as bucket
                from aged
            ),
            bin as (
                select item_id,
                       location_id,
                       lot_code,
                       array[coalesce(sum(quantity) filter (where bucket = 1), 0),
                             coalesce(sum(quantity) filter (where bucket = 2), 0),
                             coalesce(sum(quantity) filter (where bucket = 3), 0),
                             coalesce(sum(quantity) filter (where bucket = 4), 0)] as quantities,
                       array[round(coalesce(sum(value) filter (where bucket = 1), 0), 6),
                             round(coalesce(sum(value) filter (where bucket = 2), 0), 6),
                             round(coalesce(sum(value) filter (where bucket = 3), 0), 6),
                             round(coalesce(sum(value) filter (where bucket = 4), 0), 6)] as values,
                       max(age) as oldest,
                       ratio(sum(quantity * age), sum(quantity)) as average,
                       bool_or(unit_cost is null) as unvalued
                from placed
                group by item_id, location_id, lot_code
            )
            insert into aging_result
                (tenant_id, run_id, position, item_id, location_id, lot_code, bucket_quantities, bucket_values,
                 oldest_age_days, average_age_days, warnings)
            select :tenant,
                   :run,
                   row_number() over (
                       order by oldest desc, values[1] + values[2] + values[3] + values[4] desc, item_id, location_id,
                                coalesce(lot_code, '') collate "C"),
                   item_id,
                   location_id,
                   lot_code,
                   quantities,
                   values,
                   oldest,
                   average,
                   case when unvalued then array['UNVALUED'] else array[]::text[] end
            from bin
            """;

    static final String COUNT_ITEMS =
            "select count(distinct item_id) from aging_result where tenant_id = :tenant and run_id = :run";

    private AgingFormula() {}
}
