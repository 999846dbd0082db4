import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { DataAge } from '../../shared/DataAge';
import { Failure } from '../../shared/Failure';
import { Skeleton } from '../../shared/Skeleton';
import { count, day, percent, quantity } from '../../shared/format';
import { summaryQuery } from './api';
import { usePageLink } from '../../shared/routing/usePage';
import type { Amount, ProductionSummary } from './shapes';
import { Tile } from './Tile';
import { useOverviewSearch } from './useOverviewSearch';
import styles from './Tiles.module.css';

/** The figures that a plant manager asks for first. */
export function KpiTiles() {
  const { data, error, isFetching, refetch } = useLiveQuery(summaryQuery(useApi()));
  return (
    <section className={styles.kpis} aria-label="Key figures" aria-busy={isFetching}>
      {error ? <Failure error={error} hasData={data !== undefined} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Figures summary={data} />
      ) : error ? null : (
        <Skeleton label="Key figures" className={styles.skeleton} />
      )}
      {data ? (
        <p className={styles.age}>
          <DataAge asOf={data.asOf} zone={data.zone} />
        </p>
      ) : null}
    </section>
  );
}

function Figures({ summary }: { summary: ProductionSummary }) {
  const { workOrders, today, last7Days, onTimePercent } = summary;
  const page = usePageLink();
  const { link } = useOverviewSearch();
  const [main, ...others] = today.output;
  const [week, ...otherWeek] = last7Days.output;
  return (
    <dl className={styles.row}>
      <Tile
        label={`Output today, ${day(today.date)}`}
        value={quantity(main?.quantity ?? 0)}
        unit={main?.uom}
        link={link({ from: today.date, to: today.date })}
      >
        {others.length > 0 ? also(others) : 'Good quantity posted'}
      </Tile>
      <Tile
        label="Output, last 7 days"
        value={quantity(week?.quantity ?? 0)}
        unit={week?.uom}
        link={link({ from: last7Days.from, to: last7Days.to })}
      >
        {otherWeek.length > 0 ? also(otherWeek) : `${day(last7Days.from)} to ${day(last7Days.to)}`}
      </Tile>
      <YieldTile week={last7Days} />
      <Tile
        label="Finished on time"
        value={onTimePercent === null ? null : percent(onTimePercent)}
        link={page('/work-orders', { status: 'completed' })}
      >
        {onTimePercent === null ? 'Nothing with a due date finished' : 'Of orders with a due date'}
      </Tile>
      <Tile label="Open work orders" value={count(workOrders.open)} link={page('/work-orders')}>
        {`${count(workOrders.inProgress)} in progress, ${count(workOrders.released)} released`}
      </Tile>
      <Tile
        label="Overdue"
        value={count(workOrders.overdue)}
        tone={workOrders.overdue > 0 ? 'warn' : undefined}
        link={page('/work-orders', { overdue: 'true' })}
      >
        {workOrders.overdue > 0 ? 'Past their due date' : 'None past its due date'}
      </Tile>
    </dl>
  );
}

function YieldTile({ week }: { week: ProductionSummary['last7Days'] }) {
  const ofMain = week.yieldByUom.find(({ uom }) => uom === week.output[0]?.uom);
  const value = week.yieldPercent ?? ofMain?.percent ?? null;
  const unit = week.yieldPercent === null ? ofMain?.uom : undefined;
  const scrap = week.scrap.filter(({ quantity: scrapped }) => scrapped > 0);
  return (
    <Tile label="Yield, last 7 days" value={value === null ? null : percent(value)} unit={unit}>
      {scrap.length > 0 ? `Scrap ${amounts(scrap)}` : value === null ? 'Nothing was made' : 'No scrap'}
    </Tile>
  );
}

function also(others: readonly Amount[]): string {
  return `and ${amounts(others)}`;
}

function amounts(list: readonly Amount[]): string {
  return list.map((amount) => `${quantity(amount.quantity)} ${amount.uom}`).join(', ');
}
