import { useApi } from '../../../shared/ApiContext';
import { Form } from '../../../shared/form/Form';
import { useAttempt } from '../../../shared/form/useAttempt';
import { moveOrder, type Step } from '../commands';
import type { OrderFormProps } from './orderForm';

const WORDS: Readonly<Record<Step, { title: string; note: string; submit: string; done: string }>> = {
  release: {
    title: 'Release this order',
    note: 'From then on output can be posted to it.',
    submit: 'Release order',
    done: 'Order released.',
  },
  cancel: {
    title: 'Cancel this order',
    note: 'It cannot be taken up again. An order with output cannot be canceled.',
    submit: 'Cancel order',
    done: 'Order canceled.',
  },
  close: {
    title: 'Close this order',
    note: 'Nothing can be posted to it from then on.',
    submit: 'Close order',
    done: 'Order closed.',
  },
};

/** Moves the order on, after a second thought: there is no way back. */
export function StepForm({ order, cancel, onDone, step }: OrderFormProps & { step: Step }) {
  const api = useApi();
  const { title, note, submit, done } = WORDS[step];
  const attempt = useAttempt(
    (to: Step, key) => moveOrder(api, order.id, to, key),
    () => onDone(done),
  );
  return (
    <Form
      title={`${title}, ${order.number}`}
      note={note}
      submit={submit}
      error={attempt.error}
      isPending={attempt.isPending}
      cancel={cancel}
      onSubmit={() => attempt.submit(step)}
    />
  );
}
