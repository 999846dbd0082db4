import type { Fact } from '../shared/table/facts';
import type { Caption } from './caption';
import type { Sheet } from './csv';

/**
 * Rows of facts as a file has them: every fact under its API name, and in each row when and by which run
 * it was so, as far as that is known.
 */
export function sheetOf<R>(
  facts: readonly Fact<R>[],
  rows: readonly R[],
  { asOf, runId }: Pick<Caption, 'asOf' | 'runId'>,
): Sheet {
  const origin = [
    ...(asOf === null ? [] : [{ key: 'asOf', cell: asOf }]),
    ...(runId === undefined ? [] : [{ key: 'runId', cell: runId }]),
  ];
  return {
    header: [...facts, ...origin].map(({ key }) => key),
    rows: rows.map((row) => [...facts.map(({ value }) => value(row)), ...origin.map(({ cell }) => cell)]),
  };
}
