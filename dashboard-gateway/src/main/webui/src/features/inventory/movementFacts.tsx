import { dateTime, quantity } from '../../shared/format';
import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import type { Fact } from '../../shared/table/facts';
import type { Movement } from './api';
import { causeOf, typeName } from './cause';
import styles from './inventory.module.css';

/** The columns that the list can be sorted by. */
export const MOVEMENT_SORTS = [
  'occurredAt',
  'movementType',
  'qtyDelta',
  'location',
  'lotCode',
  'cause',
] as const;

interface Names {
  readonly zone: string | undefined;
  readonly locationName: (id: string) => string;
  readonly linkTo: (path: string) => PageLink;
}

export function movementFacts({ zone, locationName, linkTo }: Names): readonly Fact<Movement>[] {
  return [
    {
      key: 'occurredAt',
      title: 'Time',
      value: ({ occurredAt }) => occurredAt,
      cell: ({ occurredAt }) => (
        <time dateTime={occurredAt} className={styles.time}>
          {dateTime(occurredAt, zone)}
        </time>
      ),
    },
    {
      key: 'movementType',
      title: 'Movement',
      value: ({ movementType }) => movementType,
      cell: ({ movementType }) => typeName(movementType),
    },
    {
      key: 'qtyDelta',
      title: 'Quantity',
      isNumber: true,
      value: ({ qtyDelta }) => qtyDelta,
      cell: ({ qtyDelta, uom }) => (
        <>
          <span className={qtyDelta < 0 ? styles.out : styles.in}>
            {`${qtyDelta < 0 ? '−' : '+'}${quantity(Math.abs(qtyDelta))}`}
          </span>
          <span className={styles.muted}>{` ${uom}`}</span>
        </>
      ),
    },
    { key: 'uom', title: 'Unit', value: ({ uom }) => uom, isFileOnly: true },
    { key: 'location', title: 'Location', value: ({ locationId }) => locationName(locationId) },
    { key: 'lotCode', title: 'Lot', isExtra: true, value: ({ lotCode }) => lotCode },
    {
      key: 'cause',
      title: 'Caused by',
      value: (movement) => causeOf(movement).label,
      cell: (movement) => {
        const { label, path } = causeOf(movement);
        return path === null ? (
          <span className={styles.muted}>{label}</span>
        ) : (
          <LinkTo link={linkTo(path)} className="row-link">
            {label}
          </LinkTo>
        );
      },
    },
    { key: 'recordedBy', title: 'Recorded by', isExtra: true, value: ({ recordedBy }) => recordedBy },
    { key: 'reason', title: 'Reason', isExtra: true, value: ({ reason }) => reason },
    ...FILE_ONLY.map((key): Fact<Movement> => ({
      key,
      title: key,
      isFileOnly: true,
      value: (row) => row[key],
    })),
  ];
}

const FILE_ONLY = [
  'unitCost',
  'currency',
  'recordedAt',
  'movementId',
  'movementSeq',
  'lineNo',
  'locationId',
  'sourceType',
  'sourceId',
  'workOrderId',
  'reversesMovementId',
] as const;
