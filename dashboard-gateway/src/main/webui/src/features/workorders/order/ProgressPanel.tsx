import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Changed } from '../../../shared/Changed';
import { percent, quantity } from '../../../shared/format';
import { Panel } from '../../../shared/Panel';
import { Fact } from '../Fact';
import { Instant } from '../Instant';
import { ItemLink, LocationName } from '../Names';
import { ProgressBar } from '../ProgressBar';
import { yieldPercent, type WorkOrder } from '../shapes';
import styles from '../workorders.module.css';

/** How much of the order is made, and what was asked for. */
export function ProgressPanel({ query }: { query: UseQueryResult<WorkOrder> }) {
  return (
    <Panel title="Progress" note="Good output and scrap, of the quantity planned" query={query}>
      {(order) => (
        <>
          <ProgressBar order={order} large />
          <Quantities order={order} />
          <Plan order={order} />
        </>
      )}
    </Panel>
  );
}

function Quantities({ order }: { order: WorkOrder }) {
  const { quantityPlanned, quantityCompleted, quantityScrapped } = order;
  const made = yieldPercent(order);
  const amount = (value: number): ReactNode => (
    <>
      <Changed value={value}>{quantity(value)}</Changed>
      <span className={styles.muted}>{` ${order.outputUom}`}</span>
    </>
  );
  return (
    <dl className={styles.facts}>
      <Fact name="Planned">{amount(quantityPlanned)}</Fact>
      <Fact name="Completed">{amount(quantityCompleted)}</Fact>
      <Fact name="Scrapped">{amount(quantityScrapped)}</Fact>
      <Fact name="Remaining">
        {amount(Math.max(0, quantityPlanned - quantityCompleted - quantityScrapped))}
      </Fact>
      <Fact name="Yield">
        <Changed value={made}>{made === null ? '–' : percent(made)}</Changed>
      </Fact>
    </dl>
  );
}

function Plan({ order }: { order: WorkOrder }) {
  const { defaultConsumeLocationId: from, defaultProduceLocationId: to } = order;
  return (
    <dl className={styles.facts}>
      <Fact name="Makes">
        <ItemLink id={order.outputItemId} />
      </Fact>
      <Fact name="Takes from">{from === null ? '–' : <LocationName id={from} />}</Fact>
      <Fact name="Puts into">{to === null ? '–' : <LocationName id={to} />}</Fact>
      <Fact name="Start">
        <Instant at={order.scheduledStartAt} />
      </Fact>
      <Fact name="Due">
        <Instant at={order.scheduledDueAt} />
      </Fact>
      <Fact name="Completed on">
        <Instant at={order.completedAt} />
      </Fact>
      <Fact name="Created by">{order.createdBy === '' ? '–' : order.createdBy}</Fact>
      {order.description === null ? null : <Fact name="Description">{order.description}</Fact>}
    </dl>
  );
}
