import { Link } from '@tanstack/react-router';
import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import type { Completion } from '../postings';
import type { OrderSearch } from '../search';

/** What an operator can do with a completion as it stands: post a draft, void what is posted. */
export function CompletionActions({ completion, search }: { completion: Completion; search: OrderSearch }) {
  const { identity } = useSession();
  const form = ({ draft: 'post', posted: 'void' } as const)[completion.status];
  if (form === undefined || !hasRole(identity, 'operator')) {
    return null;
  }
  return (
    <Link
      className="button"
      to="/work-orders/$orderId/completions/$completionId"
      params={{ orderId: completion.workOrderId, completionId: completion.id }}
      search={{ ...search, form }}
      resetScroll={false}
    >
      {form === 'post' ? 'Post' : 'Void'}
    </Link>
  );
}
