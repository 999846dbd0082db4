import { useParams } from '@tanstack/react-router';
import { useLiveQuery } from '../../live/react/LiveContext';
import { useZone } from '../../live/react/useCatalog';
import { useApi } from '../../shared/ApiContext';
import { itemQuery } from '../../shared/catalog/items';
import { locationsQuery } from '../../shared/catalog/locations';
import { Page } from '../../shared/Page';
import { ApiProblem } from '../../shared/problem';
import { LinkTo } from '../../shared/routing/LinkTo';
import { usePageLink, usePageSearch } from '../../shared/routing/usePage';
import { BalancesPanel } from './BalancesPanel';
import styles from './inventory.module.css';
import { ItemNotFound } from './ItemNotFound';
import { movementFacts } from './movementFacts';
import { MovementsPanel } from './MovementsPanel';
import { PeriodFields } from './PeriodFields';
import { readMovementSearch } from './search';

/** One item: what there is of it, and how that came about. */
export function MovementsPage() {
  const { itemId = '' } = useParams({ strict: false });
  const api = useApi();
  const page = usePageLink();
  const control = usePageSearch(`/inventory/items/${itemId}/movements`, readMovementSearch);
  const item = useLiveQuery(itemQuery(api, itemId));
  const locations = useLiveQuery(locationsQuery(api)).data?.data;
  const zone = useZone();
  if (item.error instanceof ApiProblem && item.error.status === 404) {
    return <ItemNotFound itemId={itemId} />;
  }
  const facts = movementFacts({
    zone,
    locationName: (id) => locations?.find((one) => one.id === id)?.name ?? `…${id.slice(-6)}`,
    linkTo: page,
  });
  return (
    <Page
      title={item.data?.name ?? 'Item'}
      beside={<span className={styles.muted}>{item.data?.sku}</span>}
      crumbs={[
        <LinkTo key="abc" link={page('/inventory/abc')}>
          Inventory
        </LinkTo>,
      ]}
      actions={<PeriodFields control={control} zone={zone} />}
      ignored={control.ignored}
    >
      <BalancesPanel itemId={itemId} zone={zone} />
      <MovementsPanel itemId={itemId} facts={facts} control={control} zone={zone} />
    </Page>
  );
}
