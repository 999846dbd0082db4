import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../../../auth/SessionContext';
import { isConnected } from '../../../live/connection';
import { useLive } from '../../../live/react/LiveContext';
import { tenantRoot } from '../../../shared/queryKeys';
import type { OrderSearch } from '../search';

/** What follows a post. The stream makes what it changed refetch; without a stream, this does. */
export function useAfterPost(): () => void {
  const queries = useQueryClient();
  const { link } = useLive();
  const queryKey = tenantRoot(useSession().identity.tenant);
  return () => {
    if (!isConnected(link.snapshot())) {
      void queries.refetchQueries({ queryKey, type: 'active' }, { cancelRefetch: false });
    }
  };
}

/** Takes the form out of the URL, without another step for Back. */
export function useCloseForm(orderId: string, search: OrderSearch): () => void {
  const navigate = useNavigate();
  return () =>
    void navigate({
      to: '/work-orders/$orderId',
      params: { orderId },
      search: { ...search, form: undefined },
      replace: true,
      resetScroll: false,
    });
}
