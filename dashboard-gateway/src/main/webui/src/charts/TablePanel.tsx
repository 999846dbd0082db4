import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Caption } from '../export/caption';
import { csvChoice } from '../export/choices';
import { ExportMenu } from '../export/ExportMenu';
import { sheetOf } from '../export/sheet';
import { Panel } from '../shared/Panel';
import type { Fact } from '../shared/table/facts';

interface TablePanelProps<T, R> {
  readonly area?: string;
  readonly title: string;
  readonly note: ReactNode;
  readonly query: UseQueryResult<T>;
  readonly empty: ReactNode;
  readonly actions?: ReactNode;
  readonly facts: readonly Fact<R>[];
  /** All rows, which are those of the file; what of them is on screen is up to `children`. */
  readonly rows: readonly R[];
  readonly children: (data: T) => ReactNode;
}

/** What every answer that can be exported says of itself. */
interface Dated {
  readonly asOf: string | null;
  readonly runId?: string | null;
}

/** A panel of rows, which can be had as a file. */
export function TablePanel<T extends Dated, R>(props: TablePanelProps<T, R>) {
  const { area, title, note, query, empty, facts, rows } = props;
  const { asOf = null, runId } = query.data ?? {};
  const caption: Caption = { title, note: '', filters: [], legend: [], asOf, runId };
  return (
    <Panel
      {...(area === undefined ? {} : { area })}
      title={title}
      note={note}
      query={query}
      isEmpty={() => rows.length === 0}
      empty={empty}
      by={(data) => (data.runId ? `run ${data.runId.slice(-6)}` : undefined)}
      actions={
        <>
          {props.actions}
          {rows.length === 0 ? null : (
            <ExportMenu of={title} choices={[csvChoice(caption, () => sheetOf(facts, rows, caption))]} />
          )}
        </>
      }
    >
      {props.children}
    </Panel>
  );
}
