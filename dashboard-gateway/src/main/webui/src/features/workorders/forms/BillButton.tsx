import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import formStyles from '../../../shared/form/form.module.css';
import { executionQuery, materialsFor } from '../execution';
import type { WorkOrder } from '../shapes';
import { amount, type MaterialLine } from './values';

interface BillButtonProps {
  readonly order: WorkOrder;
  /** As typed. */
  readonly made: string;
  readonly onLines: (lines: readonly MaterialLine[]) => void;
}

/** Fills in what the bill says goes into the quantity made, where there is a bill. */
export function BillButton({ order, made, onLines }: BillButtonProps) {
  const { data } = useLiveQuery(executionQuery(useApi(), order.id));
  const materials = data ? materialsFor(data, amount(made) ?? 0) : [];
  if (materials.length === 0) {
    return null;
  }
  return (
    <button
      type="button"
      className={`button ${formStyles.add ?? ''}`}
      onClick={() =>
        onLines(
          materials.map(({ componentItemId, quantityRequired }, place) => ({
            place,
            item: componentItemId,
            location: order.defaultConsumeLocationId ?? '',
            quantity: String(quantityRequired ?? ''),
            lot: '',
          })),
        )
      }
    >
      Take what the bill says
    </button>
  );
}
