import { useState } from 'react';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { itemsQuery, type Item } from '../../../shared/catalog/items';
import { locationsQuery } from '../../../shared/catalog/locations';
import { Field } from '../../../shared/form/Field';
import { ItemName, LocationName } from '../Names';

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

export function TextInput({ label, value, error, onChange, wide }: InputProps & { wide?: boolean }) {
  return (
    <Field label={label} error={error} {...(wide === true ? { wide } : {})}>
      {(field) => <input {...field} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

export function QuantityInput({
  label,
  value,
  error,
  onChange,
  uom,
}: InputProps & { uom?: string | undefined }) {
  return (
    <Field label={uom === undefined ? label : `${label}, ${uom}`} error={error}>
      {(field) => (
        <input
          {...field}
          type="number"
          inputMode="decimal"
          step="any"
          min="0"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A time on the tenant's clock. */
export function TimeInput({
  label,
  value,
  error,
  onChange,
  hint,
}: InputProps & { hint?: string | undefined }) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(field) => (
        <input
          {...field}
          type="datetime-local"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function LocationInput({ label, value, error, onChange }: InputProps) {
  const { data } = useLiveQuery(locationsQuery(useApi()));
  const locations = data?.data ?? [];
  const isUnlisted = value !== '' && !locations.some(({ id }) => id === value);
  return (
    <Field label={label} error={error}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose a location</option>
          {isUnlisted ? (
            <option value={value}>
              <LocationName id={value} />
            </option>
          ) : null}
          {locations.map(({ id, name, code }) => (
            <option key={id} value={id}>{`${name} (${code})`}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ItemInputProps extends InputProps {
  readonly isOffered: (item: Item) => boolean;
}

/** A list to choose from; where there are more items than it holds, with a field to narrow it by name or SKU. */
export function ItemInput({ label, value, error, onChange, isOffered }: ItemInputProps) {
  const api = useApi();
  const [q, setQ] = useState('');
  const isLong = (useLiveQuery(itemsQuery(api)).data?.nextCursor ?? null) !== null;
  const { data } = useLiveQuery(itemsQuery(api, q));
  const items = (data?.data ?? []).filter(isOffered);
  const isUnlisted = value !== '' && !items.some(({ id }) => id === value);
  return (
    <>
      {isLong ? <TextInput label="Find an item" value={q} error={undefined} onChange={setQ} /> : null}
      <Field label={label} error={error}>
        {(field) => (
          <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">Choose an item</option>
            {isUnlisted ? (
              <option value={value}>
                <ItemName id={value} />
              </option>
            ) : null}
            {items.map(({ id, name, sku }) => (
              <option key={id} value={id}>{`${name} (${sku})`}</option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
