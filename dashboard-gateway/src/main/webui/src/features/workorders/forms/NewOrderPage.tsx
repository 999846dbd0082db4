import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import { useItem, useZone } from '../../../live/react/useCatalog';
import { useApi } from '../../../shared/ApiContext';
import { fieldErrors, type FieldErrors } from '../../../shared/form/fieldErrors';
import { Form } from '../../../shared/form/Form';
import formStyles from '../../../shared/form/form.module.css';
import { useAttempt } from '../../../shared/form/useAttempt';
import { Page } from '../../../shared/Page';
import { useSearchOf } from '../../../shared/routing/search';
import { instantIn } from '../../../shared/zone';
import { createOrder, type NewOrder } from '../commands';
import { readOrdersSearch, type OrdersSearch } from '../search';
import { BillInput, useBills } from './BillInput';
import { ItemInput, LocationInput, QuantityInput, TextInput, TimeInput } from './inputs';
import { amount, textOrNull } from './values';

/** Without a choice the newest bill is meant. */
const EMPTY = {
  item: '',
  bill: null as string | null,
  quantity: '',
  from: '',
  to: '',
  start: '',
  due: '',
  description: '',
};
type Values = typeof EMPTY;

const FIELDS = [
  'outputItemId',
  'quantityPlanned',
  'bomId',
  'defaultConsumeLocationId',
  'defaultProduceLocationId',
  'scheduledStartAt',
  'scheduledDueAt',
  'description',
];

export function NewOrderPage() {
  const { search, ignored } = useSearchOf(readOrdersSearch);
  const { identity } = useSession();
  const list = (
    <Link key="list" to="/work-orders" search={search}>
      Work orders
    </Link>
  );
  return (
    <Page title="New work order" crumbs={[list]} ignored={ignored}>
      {hasRole(identity, 'planner') ? (
        <NewOrderForm search={search} />
      ) : (
        <p>Creating work orders takes the role of planner.</p>
      )}
    </Page>
  );
}

function NewOrderForm({ search }: { search: OrdersSearch }) {
  const api = useApi();
  const zone = useZone();
  const navigate = useNavigate();
  const [values, setValues] = useState<Values>({ ...EMPTY, item: search.item ?? '' });
  const bills = useBills(values.item);
  const { error, isPending, submit } = useAttempt(
    (body: NewOrder, key) => createOrder(api, body, key),
    // In place of the form, which would otherwise wait behind Back to create another.
    ({ id }) =>
      void navigate({ to: '/work-orders/$orderId', params: { orderId: id }, search, replace: true }),
  );
  const instant = (local: string): string | null =>
    local === '' || zone === undefined ? null : instantIn(zone, local);
  return (
    <Form
      title="What is to be made"
      note="The order begins as a draft. Release it to post output to it."
      submit="Create order"
      error={error}
      isPending={isPending}
      fields={FIELDS}
      cancel={
        <Link className="button" to="/work-orders" search={search}>
          Leave it
        </Link>
      }
      onSubmit={() =>
        submit({
          outputItemId: textOrNull(values.item),
          quantityPlanned: amount(values.quantity),
          bomId: textOrNull(values.bill ?? bills[0]?.id ?? ''),
          defaultConsumeLocationId: textOrNull(values.from),
          defaultProduceLocationId: textOrNull(values.to),
          scheduledStartAt: instant(values.start),
          scheduledDueAt: instant(values.due),
          description: textOrNull(values.description),
        })
      }
    >
      <OrderFields values={values} onChange={setValues} errors={fieldErrors(error)} />
    </Form>
  );
}

interface OrderFieldsProps {
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly errors: FieldErrors;
}

function OrderFields({ values, onChange, errors }: OrderFieldsProps) {
  const item = useItem(values.item);
  const zone = useZone();
  const bills = useBills(values.item);
  const input = (name: Exclude<keyof Values, 'bill'>, label: string, field: string) => ({
    label,
    value: values[name],
    error: errors[field],
    onChange: (value: string) => onChange({ ...values, [name]: value }),
  });
  const clock = zone === undefined ? undefined : `The clock of ${zone}`;
  return (
    <div className={formStyles.row}>
      <ItemInput
        {...input('item', 'Item', 'outputItemId')}
        // Another item has other bills.
        onChange={(item) => onChange({ ...values, item, bill: null })}
        isOffered={({ type, active }) => active && type !== 'raw'}
      />
      <BillInput
        bills={bills}
        value={values.bill ?? bills[0]?.id ?? ''}
        error={errors.bomId}
        onChange={(bill) => onChange({ ...values, bill })}
      />
      <QuantityInput {...input('quantity', 'Quantity planned', 'quantityPlanned')} uom={item?.baseUom} />
      <LocationInput {...input('from', 'Take materials from', 'defaultConsumeLocationId')} />
      <LocationInput {...input('to', 'Put output into', 'defaultProduceLocationId')} />
      <TimeInput {...input('start', 'Start', 'scheduledStartAt')} hint={clock} />
      <TimeInput {...input('due', 'Due', 'scheduledDueAt')} hint={clock} />
      <TextInput {...input('description', 'Description', 'description')} wide />
    </div>
  );
}
