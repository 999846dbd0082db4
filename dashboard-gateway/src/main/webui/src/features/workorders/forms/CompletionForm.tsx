import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../../shared/ApiContext';
import { fieldErrors } from '../../../shared/form/fieldErrors';
import { Form } from '../../../shared/form/Form';
import { useAttempt } from '../../../shared/form/useAttempt';
import { draftCompletion, postCompletion, type NewCompletion } from '../commands';
import type { OrderFormProps } from './orderForm';
import { OutputFields, outputPaths, startOutput, useOccurrence } from './OutputFields';
import { amount, textOrNull } from './values';

interface Wanted {
  readonly completion: NewCompletion;
  readonly post: boolean;
}

/** Output alone, posted at once or kept as a draft that changes nothing yet. */
export function CompletionForm({ order, cancel, onDone }: OrderFormProps) {
  const api = useApi();
  const navigate = useNavigate();
  const [output, setOutput] = useState(() => startOutput(order));
  const occurrence = useOccurrence(output);
  const { error, isPending, submit } = useAttempt(
    async ({ completion, post }: Wanted, key) => {
      const draft = await draftCompletion(api, order.id, completion, key);
      // Both act once: the key of the second follows from that of the first.
      return post ? postCompletion(api, draft, `${key}-post`) : draft;
    },
    ({ id, status }) => {
      if (status === 'draft') {
        void navigate({
          to: '/work-orders/$orderId/completions/$completionId',
          params: { orderId: order.id, completionId: id },
        });
      } else {
        onDone('Completion posted.', id);
      }
    },
  );
  const send = (post: boolean): void =>
    submit({
      completion: {
        ...occurrence,
        lines: [
          {
            outputItemId: order.outputItemId,
            toLocationId: textOrNull(output.location),
            quantityCompleted: amount(output.quantity),
            lotCode: textOrNull(output.lot),
          },
        ],
      },
      post,
    });
  return (
    <Form
      title="Report a completion"
      note="The output enters stock. Materials are reported as issues, or use a batch for both."
      submit="Post completion"
      error={error}
      isPending={isPending}
      fields={outputPaths('lines[0]', 'quantityCompleted')}
      cancel={
        <>
          <button type="button" className="button" aria-disabled={isPending} onClick={() => send(false)}>
            Save as draft
          </button>
          {cancel}
        </>
      }
      onSubmit={() => send(true)}
    >
      <OutputFields
        order={order}
        value={output}
        onChange={setOutput}
        path="lines[0]"
        quantityName="quantityCompleted"
        errors={fieldErrors(error)}
      />
    </Form>
  );
}
