import type { ScaleLinear } from 'd3-scale';
import { quantity } from '../shared/format';
import { useChanged } from '../shared/useChanged';
import styles from './charts.module.css';
import { MarkAnchor, type MarkEvents } from './MarkAnchor';
import type { TrendMark } from './TrendChart';

interface TrendBarMarkProps {
  readonly mark: TrendMark;
  readonly unit: string;
  readonly x: number;
  readonly width: number;
  readonly step: number;
  readonly y: ScaleLinear<number, number>;
  readonly events: MarkEvents;
}

export function TrendBarMark({ mark, unit, x, width, step, y, events }: TrendBarMarkProps) {
  const changed = useChanged(mark.good + mark.scrap);
  const base = y(0);
  const goodTop = y(mark.good);
  const top = y(mark.good + mark.scrap);
  const [, highest = 0] = y.range();
  const name = `${mark.when}: ${quantity(mark.good)} ${unit} good, ${quantity(mark.scrap)} ${unit} scrap`;
  return (
    <MarkAnchor link={mark.link} name={name} events={events} changed={changed}>
      {/* The whole column reacts, so that a bar of no height can be pointed at too. */}
      <rect
        x={x - (step - width) / 2}
        y={highest}
        width={step}
        height={base - highest}
        className={styles.hit}
      />
      <rect x={x} y={goodTop} width={width} height={Math.max(0, base - goodTop)} className={styles.good} />
      <rect x={x} y={top} width={width} height={Math.max(0, goodTop - top)} className={styles.scrap} />
      {changed ? <circle cx={x + width / 2} cy={top - 6} r={3} className={styles.changedDot} /> : null}
    </MarkAnchor>
  );
}
