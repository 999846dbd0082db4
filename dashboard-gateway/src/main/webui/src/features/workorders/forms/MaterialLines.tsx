import { useItem } from '../../../live/react/useCatalog';
import { quantity } from '../../../shared/format';
import type { FieldErrors, Shortage } from '../../../shared/form/fieldErrors';
import styles from '../../../shared/form/form.module.css';
import { ItemInput, LocationInput, QuantityInput, TextInput } from './inputs';
import { emptyLine, type MaterialLine } from './values';

interface MaterialLinesProps {
  readonly title: string;
  readonly lines: readonly MaterialLine[];
  readonly onChange: (lines: readonly MaterialLine[]) => void;
  /** What the body calls the list, and the quantity in it. */
  readonly name: string;
  readonly quantityName: string;
  readonly errors: FieldErrors;
  readonly short: readonly Shortage[];
}

/** What is taken out of stock: which item, from where, how much. */
export function MaterialLines(props: MaterialLinesProps) {
  const { title, lines, onChange } = props;
  const next = Math.max(-1, ...lines.map(({ place }) => place)) + 1;
  return (
    <fieldset>
      <legend>{title}</legend>
      {lines.map((line, index) => (
        <Line
          key={line.place}
          {...props}
          line={line}
          path={`${props.name}[${index}]`}
          onLine={(changed) => onChange(lines.map((one) => (one.place === line.place ? changed : one)))}
          onRemove={() => onChange(lines.filter((one) => one.place !== line.place))}
        />
      ))}
      <button
        type="button"
        className={`button ${styles.add ?? ''}`}
        onClick={() => onChange([...lines, emptyLine(next, lines.at(-1)?.location ?? null)])}
      >
        Add a material
      </button>
    </fieldset>
  );
}

interface LineProps extends MaterialLinesProps {
  readonly line: MaterialLine;
  readonly path: string;
  readonly onLine: (line: MaterialLine) => void;
  readonly onRemove: () => void;
}

function Line({ line, path, quantityName, errors, short, onLine, onRemove }: LineProps) {
  const item = useItem(line.item);
  const lack = short.find(({ itemId, locationId }) => itemId === line.item && locationId === line.location);
  return (
    <div className={styles.row}>
      <ItemInput
        label="Material"
        value={line.item}
        error={errors[`${path}.componentItemId`]}
        onChange={(changed) => onLine({ ...line, item: changed })}
        isOffered={({ active }) => active}
      />
      <LocationInput
        label="From"
        value={line.location}
        error={errors[`${path}.fromLocationId`]}
        onChange={(changed) => onLine({ ...line, location: changed })}
      />
      <QuantityInput
        label="Quantity"
        uom={item?.baseUom}
        value={line.quantity}
        error={errors[`${path}.${quantityName}`] ?? (lack && describeLack(lack, item?.baseUom ?? ''))}
        onChange={(changed) => onLine({ ...line, quantity: changed })}
      />
      {item?.lotTracked === true || line.lot !== '' ? (
        <TextInput
          label="Lot (the oldest if empty)"
          value={line.lot}
          error={errors[`${path}.lotCode`]}
          onChange={(changed) => onLine({ ...line, lot: changed })}
        />
      ) : null}
      <button type="button" className={`button ${styles.remove ?? ''}`} onClick={onRemove}>
        Remove
        <span className="hidden-text">{` ${item?.name ?? 'this line'}`}</span>
      </button>
    </div>
  );
}

function describeLack({ available, shortage }: Shortage, uom: string): string {
  return `Only ${quantity(available)} ${uom} there: ${quantity(shortage)} ${uom} short`;
}

/** The paths of the errors that the lines show themselves. */
export function linePaths(name: string, quantityName: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    ['componentItemId', 'fromLocationId', quantityName, 'lotCode'].map(
      (field) => `${name}[${index}].${field}`,
    ),
  ).flat();
}
