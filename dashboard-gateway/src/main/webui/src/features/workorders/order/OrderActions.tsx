import { Link } from '@tanstack/react-router';
import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import type { FormName, OrderSearch } from '../search';
import { takesPostings, type WorkOrder } from '../shapes';
import { neededRole } from '../forms/roles';

interface OrderActionsProps {
  readonly order: WorkOrder;
  readonly search: OrderSearch;
}

interface Action {
  readonly form: FormName;
  readonly label: string;
  readonly isPossible: (order: WorkOrder) => boolean;
}

const ACTIONS: readonly Action[] = [
  { form: 'release', label: 'Release', isPossible: ({ status }) => status === 'draft' },
  { form: 'batch', label: 'Record batch', isPossible: ({ status }) => takesPostings(status) },
  { form: 'completion', label: 'Report completion', isPossible: ({ status }) => takesPostings(status) },
  { form: 'issue', label: 'Issue materials', isPossible: ({ status }) => takesPostings(status) },
  { form: 'scrap', label: 'Report scrap', isPossible: ({ status }) => takesPostings(status) },
  { form: 'close', label: 'Close', isPossible: ({ status }) => status === 'completed' },
  { form: 'cancel', label: 'Cancel order', isPossible: mayCancel },
];

/** What this person can do with the order as it stands, as links: each opens a form, and Back closes it. */
export function OrderActions({ order, search }: OrderActionsProps) {
  const { identity } = useSession();
  const { id: orderId } = order;
  return ACTIONS.filter(
    ({ form, isPossible }) => isPossible(order) && hasRole(identity, neededRole(form)),
  ).map(({ form, label }) => (
    <Link
      key={form}
      className="button"
      to="/work-orders/$orderId"
      params={{ orderId }}
      search={{ ...search, form }}
      resetScroll={false}
    >
      {label}
    </Link>
  ));
}

function mayCancel({ status, quantityCompleted, quantityScrapped }: WorkOrder): boolean {
  return (
    status === 'draft' ||
    status === 'released' ||
    (status === 'in_progress' && quantityCompleted + quantityScrapped === 0)
  );
}
