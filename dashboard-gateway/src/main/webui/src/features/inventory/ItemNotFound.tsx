import { Page } from '../../shared/Page';
import { LinkTo } from '../../shared/routing/LinkTo';
import { usePageLink } from '../../shared/routing/usePage';

export function ItemNotFound({ itemId }: { itemId: string }) {
  const page = usePageLink();
  return (
    <Page title="No such item">
      <p>{`There is no item ${itemId}. The address may be mistyped, or belong to another plant.`}</p>
      <p>
        <LinkTo link={page('/inventory/abc')}>All items by class</LinkTo>
      </p>
    </Page>
  );
}
