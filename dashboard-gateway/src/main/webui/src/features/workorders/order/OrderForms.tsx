import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import { BatchForm } from '../forms/BatchForm';
import { CompletionForm } from '../forms/CompletionForm';
import { IssueForm } from '../forms/IssueForm';
import type { OrderFormProps } from '../forms/orderForm';
import { neededRole } from '../forms/roles';
import { ScrapForm } from '../forms/ScrapForm';
import { StepForm } from '../forms/StepForm';
import { useAfterPost, useCloseForm } from '../forms/useFormWay';
import type { FormName, OrderSearch } from '../search';
import type { WorkOrder } from '../shapes';
import styles from '../workorders.module.css';

interface Done {
  readonly message: string;
  readonly completionId: string | undefined;
}

/** The form that the URL names, and what came of the last one. */
export function OrderForms({ order, search }: { order: WorkOrder; search: OrderSearch }) {
  const { identity } = useSession();
  const [done, setDone] = useState<Done | null>(null);
  const close = useCloseForm(order.id, search);
  const afterPost = useAfterPost();
  const { form } = search;
  if (form === undefined || form === 'post' || form === 'void') {
    return done ? <DoneNote done={done} orderId={order.id} search={search} /> : null;
  }
  if (!hasRole(identity, neededRole(form))) {
    return <p className={styles.done}>{`This takes the role of ${neededRole(form)}; yours is to look.`}</p>;
  }
  return (
    <OpenForm
      form={form}
      order={order}
      onDone={(message, completionId) => {
        setDone({ message, completionId });
        close();
        afterPost();
      }}
      cancel={
        <Link
          className="button"
          to="/work-orders/$orderId"
          params={{ orderId: order.id }}
          search={{ ...search, form: undefined }}
          resetScroll={false}
          onClick={() => setDone(null)}
        >
          Leave it
        </Link>
      }
    />
  );
}

function OpenForm({ form, ...props }: OrderFormProps & { form: Exclude<FormName, 'post' | 'void'> }) {
  switch (form) {
    case 'batch':
      return <BatchForm {...props} />;
    case 'completion':
      return <CompletionForm {...props} />;
    case 'issue':
      return <IssueForm {...props} />;
    case 'scrap':
      return <ScrapForm {...props} />;
    case 'release':
    case 'cancel':
    case 'close':
      return <StepForm {...props} step={form} />;
  }
}

interface DoneNoteProps {
  readonly done: Done;
  readonly orderId: string;
  readonly search: OrderSearch;
}

/** Where the keyboard goes after a form that is gone. */
function DoneNote({ done: { message, completionId }, orderId, search }: DoneNoteProps) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <p ref={note} className={styles.done} role="status" tabIndex={-1}>
      {message}{' '}
      {completionId === undefined ? null : (
        <Link
          to="/work-orders/$orderId/completions/$completionId"
          params={{ orderId, completionId }}
          search={search}
        >
          See it
        </Link>
      )}
    </p>
  );
}
