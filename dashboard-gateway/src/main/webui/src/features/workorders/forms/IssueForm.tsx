import { useState } from 'react';
import { useApi } from '../../../shared/ApiContext';
import { fieldErrors, shortages } from '../../../shared/form/fieldErrors';
import { Form } from '../../../shared/form/Form';
import { useAttempt } from '../../../shared/form/useAttempt';
import { issueMaterials, type NewIssue } from '../commands';
import { linePaths, MaterialLines } from './MaterialLines';
import type { OrderFormProps } from './orderForm';
import { NO_OVERDRAFT, overdraftOf, OverdraftInputs } from './OverdraftInputs';
import { amount, emptyLine, textOrNull, type MaterialLine } from './values';

/** Materials alone, taken out of stock for the order. */
export function IssueForm({ order, cancel, onDone }: OrderFormProps) {
  const api = useApi();
  const [lines, setLines] = useState<readonly MaterialLine[]>([emptyLine(0, order.defaultConsumeLocationId)]);
  const [overdraft, setOverdraft] = useState(NO_OVERDRAFT);
  const { error, isPending, submit } = useAttempt(
    (body: NewIssue, key) => issueMaterials(api, order.id, body, key),
    () => onDone('Materials issued.'),
  );
  const errors = fieldErrors(error);
  return (
    <Form
      title="Issue materials"
      note="Takes materials out of stock for this order."
      submit="Issue materials"
      error={error}
      isPending={isPending}
      fields={[...linePaths('lines', 'quantityIssued', lines.length), 'reason']}
      cancel={cancel}
      onSubmit={() =>
        submit({
          occurredAt: null,
          notes: null,
          ...overdraftOf(overdraft),
          lines: lines.map((line) => ({
            componentItemId: textOrNull(line.item),
            fromLocationId: textOrNull(line.location),
            quantityIssued: amount(line.quantity),
            lotCode: textOrNull(line.lot),
          })),
        })
      }
    >
      <MaterialLines
        title="Materials"
        lines={lines}
        onChange={setLines}
        name="lines"
        quantityName="quantityIssued"
        errors={errors}
        short={shortages(error)}
      />
      <OverdraftInputs error={error} reasonError={errors.reason} value={overdraft} onChange={setOverdraft} />
    </Form>
  );
}
