import { queryOptions } from '@tanstack/react-query';
import { useLiveQuery } from '../../../live/react/LiveContext';
import type { Api } from '../../../shared/api';
import { useApi } from '../../../shared/ApiContext';
import { list, number, object, string } from '../../../shared/decode';
import { Field } from '../../../shared/form/Field';
import { QUERY, queryKey } from '../../../shared/queryKeys';

interface Bill {
  readonly id: string;
  readonly version: number;
}

const decodeBills = object<{ readonly data: readonly Bill[] }>({
  data: list(object<Bill>({ id: string, version: number })),
});

function billsQuery(api: Api, itemId: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.items, itemId, 'boms']),
    queryFn: ({ signal }) => api.get(`/items/${itemId}/boms`, decodeBills, signal),
    enabled: itemId !== '',
  });
}

/** The item's bills, the newest first. */
export function useBills(itemId: string): readonly Bill[] {
  return useLiveQuery(billsQuery(useApi(), itemId)).data?.data ?? [];
}

interface BillInputProps {
  readonly bills: readonly Bill[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Which bill of materials the order follows, for an item that has one. */
export function BillInput({ bills, value, error, onChange }: BillInputProps) {
  return bills.length === 0 ? null : (
    <Field label="Bill of materials" error={error}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          {bills.map(({ id, version }, index) => (
            <option key={id} value={id}>{`Version ${version}${index === 0 ? ', the newest' : ''}`}</option>
          ))}
          <option value="">None</option>
        </select>
      )}
    </Field>
  );
}
