import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import { useApi } from '../../../shared/ApiContext';
import { fieldErrors } from '../../../shared/form/fieldErrors';
import { Form } from '../../../shared/form/Form';
import { useAttempt } from '../../../shared/form/useAttempt';
import { postCompletion, voidCompletion, type Overdraft } from '../commands';
import { NO_OVERDRAFT, overdraftOf, OverdraftInputs } from '../forms/OverdraftInputs';
import { useAfterPost } from '../forms/useFormWay';
import type { Completion } from '../postings';
import type { OrderSearch } from '../search';

interface CompletionFormProps {
  readonly completion: Completion;
  readonly search: OrderSearch;
}

/** The form that the URL names, if the completion is in a state for it. */
export function CompletionForms(props: CompletionFormProps) {
  const { identity } = useSession();
  const { status } = props.completion;
  if (!hasRole(identity, 'operator')) {
    return null;
  }
  if (props.search.form === 'post' && status === 'draft') {
    return <PostForm {...props} />;
  }
  return props.search.form === 'void' && status === 'posted' ? <VoidForm {...props} /> : null;
}

function PostForm({ completion, search }: CompletionFormProps) {
  const api = useApi();
  const onDone = useDone(completion, search);
  const { error, isPending, submit } = useAttempt(
    ({ id, workOrderId }: { id: string; workOrderId: string }, key) =>
      postCompletion(api, { id, workOrderId }, key),
    onDone,
  );
  return (
    <Form
      title="Post this completion"
      note="The output enters stock and counts for the order."
      submit="Post completion"
      error={error}
      isPending={isPending}
      cancel={<Leave completion={completion} search={search} />}
      onSubmit={() => submit({ id: completion.id, workOrderId: completion.workOrderId })}
    />
  );
}

function VoidForm({ completion, search }: CompletionFormProps) {
  const api = useApi();
  const [overdraft, setOverdraft] = useState(NO_OVERDRAFT);
  const onDone = useDone(completion, search);
  const { error, isPending, submit } = useAttempt(
    (body: Overdraft, key) => voidCompletion(api, completion, body, key),
    onDone,
  );
  return (
    <Form
      title="Void this posting"
      note="The opposite is posted: the output leaves stock again, and what a batch took returns."
      submit="Void posting"
      error={error}
      isPending={isPending}
      fields={['reason']}
      cancel={<Leave completion={completion} search={search} />}
      onSubmit={() => submit(overdraftOf(overdraft))}
    >
      <OverdraftInputs
        error={error}
        reasonError={fieldErrors(error).reason}
        value={overdraft}
        onChange={setOverdraft}
      />
    </Form>
  );
}

function useDone({ id, workOrderId }: Completion, search: OrderSearch): () => void {
  const navigate = useNavigate();
  const afterPost = useAfterPost();
  return () => {
    void navigate({
      to: '/work-orders/$orderId/completions/$completionId',
      params: { orderId: workOrderId, completionId: id },
      search: { ...search, form: undefined },
      replace: true,
    });
    afterPost();
  };
}

function Leave({ completion, search }: CompletionFormProps) {
  return (
    <Link
      className="button"
      to="/work-orders/$orderId/completions/$completionId"
      params={{ orderId: completion.workOrderId, completionId: completion.id }}
      search={{ ...search, form: undefined }}
      resetScroll={false}
    >
      Leave it
    </Link>
  );
}
