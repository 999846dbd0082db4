import { useState } from 'react';
import { useApi } from '../../../shared/ApiContext';
import { fieldErrors } from '../../../shared/form/fieldErrors';
import { Form } from '../../../shared/form/Form';
import formStyles from '../../../shared/form/form.module.css';
import { useAttempt } from '../../../shared/form/useAttempt';
import { recordScrap, type NewScrap } from '../commands';
import { QuantityInput, TextInput } from './inputs';
import type { OrderFormProps } from './orderForm';
import { amount, textOrNull } from './values';

/** Output that is no good: it counts towards the plan and against the yield, and enters no stock. */
export function ScrapForm({ order, cancel, onDone }: OrderFormProps) {
  const api = useApi();
  const [quantity, setQuantity] = useState('');
  const [reason, setReason] = useState('');
  const [notes, setNotes] = useState('');
  const { error, isPending, submit } = useAttempt(
    (body: NewScrap, key) => recordScrap(api, order.id, body, key),
    () => onDone('Scrap recorded.'),
  );
  const errors = fieldErrors(error);
  return (
    <Form
      title="Report scrap"
      note="Counts towards the plan and against the yield."
      submit="Report scrap"
      error={error}
      isPending={isPending}
      fields={['quantityScrapped', 'reasonCode', 'notes']}
      cancel={cancel}
      onSubmit={() =>
        submit({
          quantityScrapped: amount(quantity),
          reasonCode: textOrNull(reason),
          occurredAt: null,
          notes: textOrNull(notes),
        })
      }
    >
      <div className={formStyles.row}>
        <QuantityInput
          label="Quantity scrapped"
          uom={order.outputUom}
          value={quantity}
          error={errors.quantityScrapped}
          onChange={setQuantity}
        />
        <TextInput label="Reason code" value={reason} error={errors.reasonCode} onChange={setReason} />
        <TextInput label="Notes" wide value={notes} error={errors.notes} onChange={setNotes} />
      </div>
    </Form>
  );
}
