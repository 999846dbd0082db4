import { useState } from 'react';
import { useApi } from '../../../shared/ApiContext';
import { fieldErrors, shortages } from '../../../shared/form/fieldErrors';
import { Form } from '../../../shared/form/Form';
import { useAttempt } from '../../../shared/form/useAttempt';
import { quantity } from '../../../shared/format';
import { recordBatch, type NewBatch } from '../commands';
import { BillButton } from './BillButton';
import { linePaths, MaterialLines } from './MaterialLines';
import type { OrderFormProps } from './orderForm';
import { OutputFields, outputPaths, startOutput, useOccurrence } from './OutputFields';
import { NO_OVERDRAFT, overdraftOf, OverdraftInputs } from './OverdraftInputs';
import { amount, emptyLine, textOrNull, type MaterialLine } from './values';

/** What went in and what came out, posted together. */
export function BatchForm({ order, cancel, onDone }: OrderFormProps) {
  const api = useApi();
  const [lines, setLines] = useState<readonly MaterialLine[]>([emptyLine(0, order.defaultConsumeLocationId)]);
  const [output, setOutput] = useState(() => startOutput(order));
  const [overdraft, setOverdraft] = useState(NO_OVERDRAFT);
  const occurrence = useOccurrence(output);
  const { error, isPending, submit } = useAttempt(
    (body: NewBatch, key) => recordBatch(api, order.id, body, key),
    ({ batchId, quantityCompleted }) =>
      onDone(`Batch recorded: ${quantity(quantityCompleted)} ${order.outputUom} so far.`, batchId),
  );
  const errors = fieldErrors(error);
  return (
    <Form
      title="Record a batch"
      note="Materials leave stock and the output enters it in one step."
      submit="Record batch"
      error={error}
      isPending={isPending}
      fields={[
        ...linePaths('consumeLines', 'quantity', lines.length),
        ...outputPaths('produceLines[0]', 'quantity'),
        'reason',
      ]}
      cancel={cancel}
      onSubmit={() =>
        submit({
          ...occurrence,
          ...overdraftOf(overdraft),
          consumeLines: lines.map((line) => ({
            componentItemId: textOrNull(line.item),
            fromLocationId: textOrNull(line.location),
            quantity: amount(line.quantity),
            lotCode: textOrNull(line.lot),
          })),
          produceLines: [
            {
              outputItemId: order.outputItemId,
              toLocationId: textOrNull(output.location),
              quantity: amount(output.quantity),
              lotCode: textOrNull(output.lot),
            },
          ],
        })
      }
    >
      <OutputFields
        order={order}
        value={output}
        onChange={setOutput}
        path="produceLines[0]"
        quantityName="quantity"
        errors={errors}
      />
      <BillButton order={order} made={output.quantity} onLines={setLines} />
      <MaterialLines
        title="Materials taken"
        lines={lines}
        onChange={setLines}
        name="consumeLines"
        quantityName="quantity"
        errors={errors}
        short={shortages(error)}
      />
      <OverdraftInputs error={error} reasonError={errors.reason} value={overdraft} onChange={setOverdraft} />
    </Form>
  );
}
