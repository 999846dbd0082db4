import { Changed } from '../../shared/Changed';
import { quantity } from '../../shared/format';
import type { TrendBar } from './buckets';
import styles from './overview.module.css';

interface TrendTableProps {
  readonly bars: readonly TrendBar[];
  readonly unit: string;
  readonly when: (bar: TrendBar) => string;
}

/** The chart's figures as a table, newest first. */
export function TrendTable({ bars, unit, when }: TrendTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Output, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col" className="number">{`Good, ${unit}`}</th>
            <th scope="col" className="number">{`Scrap, ${unit}`}</th>
          </tr>
        </thead>
        <tbody>
          {[...bars].reverse().map((bar) => (
            <tr key={bar.from}>
              <td>{when(bar)}</td>
              <td className="number">
                <Changed value={bar.good}>{quantity(bar.good)}</Changed>
              </td>
              <td className="number">
                <Changed value={bar.scrap}>{quantity(bar.scrap)}</Changed>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
