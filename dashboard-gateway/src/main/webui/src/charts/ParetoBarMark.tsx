import type { ScaleLinear } from 'd3-scale';
import { percent, quantity } from '../shared/format';
import { useChanged } from '../shared/useChanged';
import styles from './charts.module.css';
import { MarkAnchor, type MarkEvents } from './MarkAnchor';
import type { ParetoMark } from './ParetoChart';

interface ParetoBarMarkProps {
  readonly mark: ParetoMark;
  readonly x: number;
  readonly width: number;
  readonly step: number;
  readonly y: ScaleLinear<number, number>;
  readonly events: MarkEvents;
}

export function ParetoBarMark({ mark, x, width, step, y, events }: ParetoBarMarkProps) {
  const changed = useChanged(`${mark.abcClass} ${mark.value}`);
  const base = y(0);
  const top = Math.min(y(mark.value), base - 1);
  const [, highest = 0] = y.range();
  const name = `${mark.name}: class ${mark.abcClass}, value ${quantity(mark.value)}, ${percent(mark.cumulativePercent)} cumulative`;
  return (
    <MarkAnchor link={mark.link} name={name} events={events} changed={changed}>
      <rect
        x={x - (step - width) / 2}
        y={highest}
        width={step}
        height={base - highest}
        className={styles.hit}
      />
      <rect
        x={x}
        y={top}
        width={width}
        height={base - top}
        className={styles.item}
        data-class={mark.abcClass}
        data-selected={mark.selected}
      />
      {changed ? <circle cx={x + width / 2} cy={top - 6} r={3} className={styles.changedDot} /> : null}
    </MarkAnchor>
  );
}
