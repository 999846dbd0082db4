import { keepPreviousData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { Page } from '../../shared/Page';
import { overviewQuery } from './api';
import { Filters } from './Filters';
import { KpiTiles } from './KpiTiles';
import { MaterialsConsumed } from './MaterialsConsumed';
import { OutputTrend } from './OutputTrend';
import styles from './overview.module.css';
import { TopItems } from './TopItems';
import { useOverviewSearch } from './useOverviewSearch';
import { WipByStatus } from './WipByStatus';

/** The board. Panels of other features come from the route, which is where features may meet. */
export function OverviewPage({ abc, runs, feed }: Readonly<Record<'abc' | 'runs' | 'feed', ReactNode>>) {
  const { search, ignored } = useOverviewSearch();
  const overview = useLiveQuery({ ...overviewQuery(useApi(), search), placeholderData: keepPreviousData });
  return (
    <Page title="Overview" ignored={ignored} actions={<Filters overview={overview.data} />}>
      <KpiTiles />
      <div className={styles.panels}>
        <OutputTrend query={overview} />
        <WipByStatus query={overview} />
        {abc}
        {feed}
        <TopItems query={overview} />
        <MaterialsConsumed query={overview} />
        {runs}
      </div>
    </Page>
  );
}
