import { useItem, useZone } from '../../../live/react/useCatalog';
import type { FieldErrors } from '../../../shared/form/fieldErrors';
import styles from '../../../shared/form/form.module.css';
import { instantIn } from '../../../shared/zone';
import type { WorkOrder } from '../shapes';
import { LocationInput, QuantityInput, TextInput, TimeInput } from './inputs';
import { textOrNull } from './values';

/** What came out, as it is being filled in. */
export interface Output {
  readonly quantity: string;
  readonly location: string;
  readonly lot: string;
  /** On the tenant's clock; empty for now. */
  readonly when: string;
  readonly notes: string;
}

/** What is left of the plan, into where the order says: most often just that is meant. */
export function startOutput(order: WorkOrder): Output {
  const left = order.quantityPlanned - order.quantityCompleted - order.quantityScrapped;
  return {
    quantity: left > 0 ? String(Number(left.toFixed(6))) : '',
    location: order.defaultProduceLocationId ?? '',
    lot: '',
    when: '',
    notes: '',
  };
}

/** When it happened, and what is to be said about it. */
export function useOccurrence({ when, notes }: Pick<Output, 'when' | 'notes'>) {
  const zone = useZone();
  return {
    occurredAt: when === '' || zone === undefined ? null : instantIn(zone, when),
    notes: textOrNull(notes),
  };
}

interface OutputFieldsProps {
  readonly order: WorkOrder;
  readonly value: Output;
  readonly onChange: (value: Output) => void;
  /** The path of the line in the body, and the name of the quantity in it. */
  readonly path: string;
  readonly quantityName: string;
  readonly errors: FieldErrors;
}

export function OutputFields({ order, value, onChange, path, quantityName, errors }: OutputFieldsProps) {
  const item = useItem(order.outputItemId);
  const zone = useZone();
  return (
    <fieldset>
      <legend>{`Made: ${item?.name ?? 'output'}`}</legend>
      <div className={styles.row}>
        <QuantityInput
          label="Quantity made"
          uom={order.outputUom}
          value={value.quantity}
          error={errors[`${path}.${quantityName}`]}
          onChange={(quantity) => onChange({ ...value, quantity })}
        />
        <LocationInput
          label="Into"
          value={value.location}
          error={errors[`${path}.toLocationId`]}
          onChange={(location) => onChange({ ...value, location })}
        />
        {item?.lotTracked === true ? (
          <TextInput
            label="Lot"
            value={value.lot}
            error={errors[`${path}.lotCode`]}
            onChange={(lot) => onChange({ ...value, lot })}
          />
        ) : null}
        <TimeInput
          label="When"
          hint={zone === undefined ? 'Now, if empty' : `Now, if empty; the clock of ${zone}`}
          value={value.when}
          error={errors.occurredAt}
          onChange={(when) => onChange({ ...value, when })}
        />
        <TextInput
          label="Notes"
          wide
          value={value.notes}
          error={errors.notes}
          onChange={(notes) => onChange({ ...value, notes })}
        />
      </div>
    </fieldset>
  );
}

/** The paths of the errors that the fields show themselves. */
export function outputPaths(path: string, quantityName: string): readonly string[] {
  return [`${path}.${quantityName}`, `${path}.toLocationId`, `${path}.lotCode`, 'occurredAt', 'notes'];
}
