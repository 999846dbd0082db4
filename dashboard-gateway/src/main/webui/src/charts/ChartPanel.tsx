import type { UseQueryResult } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import type { Caption } from '../export/caption';
import { csvChoice, pictureChoices } from '../export/choices';
import { ExportMenu } from '../export/ExportMenu';
import { sheetOf } from '../export/sheet';
import { Panel } from '../shared/Panel';
import { FactTable } from '../shared/table/FactTable';
import type { Fact } from '../shared/table/facts';
import { ViewToggle } from '../shared/ViewToggle';
import styles from './ChartPanel.module.css';
import { drawOffScreen } from './drawOffScreen';
import { Formula } from './Formula';
import { Legend } from './Legend';

/** A chart, its words, and the same figures as rows. */
export interface Figure<R> extends Omit<Caption, 'title'> {
  readonly chart: ReactNode;
  readonly facts: readonly Fact<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
}

interface ChartPanelProps<T, R> {
  readonly area?: string;
  readonly title: string;
  readonly query: UseQueryResult<T>;
  readonly isEmpty: (data: T) => boolean;
  readonly empty: ReactNode;
  readonly formula?: string;
  readonly view: 'chart' | 'table';
  readonly onView: (view: 'chart' | 'table') => void;
  /** Beside what every chart has: what this one can be asked to show. */
  readonly actions?: ReactNode;
  /** Above the chart, for instance the totals; it says what the colors mean, so the legend is left to files. */
  readonly above?: (data: T) => ReactNode;
  readonly figure: (data: T) => Figure<R>;
}

/** A panel with a chart: its twin as a table, its files, and how it is calculated come with it. */
export function ChartPanel<T extends object, R>(props: ChartPanelProps<T, R>) {
  const { title, query, formula, view, onView, isEmpty, figure } = props;
  const shown = query.data === undefined || isEmpty(query.data) ? null : figure(query.data);
  return (
    <Panel
      {...(props.area === undefined ? {} : { area: props.area })}
      title={title}
      beside={formula === undefined ? null : <Formula of={title} text={formula} />}
      note={query.data === undefined ? '' : figure(query.data).note}
      query={query}
      isEmpty={isEmpty}
      empty={props.empty}
      by={() => (shown?.runId ? `run ${shown.runId.slice(-6)}` : undefined)}
      actions={
        <>
          {props.actions}
          <ViewToggle of={title} view={view} onView={onView} />
          {shown ? <Export caption={{ ...shown, title, formula }} figure={shown} /> : null}
        </>
      }
    >
      {(data) => (
        <>
          {props.above?.(data)}
          {shown ? (
            <Shown title={title} figure={shown} view={view} hasLegend={props.above === undefined} />
          ) : null}
        </>
      )}
    </Panel>
  );
}

function Export<R>({ caption, figure }: { caption: Caption; figure: Figure<R> }) {
  const { facts, rows, chart } = figure;
  return (
    <ExportMenu
      of={caption.title}
      choices={[
        ...pictureChoices(caption, drawOffScreen(<Suspense>{chart}</Suspense>)),
        csvChoice(caption, () => sheetOf(facts, rows, caption)),
      ]}
    />
  );
}

interface ShownProps<R> {
  readonly title: string;
  readonly figure: Figure<R>;
  readonly view: 'chart' | 'table';
  readonly hasLegend: boolean;
}

function Shown<R>({ title, figure, view, hasLegend }: ShownProps<R>) {
  const { facts, rows, rowKey, chart, legend } = figure;
  return view === 'table' ? (
    <FactTable label={title} facts={facts} rows={rows} rowKey={rowKey} isCompact />
  ) : (
    <>
      <Suspense fallback={<div className={styles.coming} />}>{chart}</Suspense>
      {hasLegend ? <Legend entries={legend} /> : null}
    </>
  );
}
