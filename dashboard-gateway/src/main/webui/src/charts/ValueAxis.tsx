import type { ScaleLinear } from 'd3-scale';
import styles from './charts.module.css';

interface ValueAxisProps {
  readonly scale: ScaleLinear<number, number>;
  readonly from: number;
  readonly to: number;
  readonly format: (value: number) => string;
  readonly ticks?: number;
  readonly side?: 'left' | 'right';
  readonly grid?: boolean;
}

/** Values beside, and lines across: lines are hair-thin, since the marks are what is to be read. */
export function ValueAxis({
  scale,
  from,
  to,
  format,
  ticks = 4,
  side = 'left',
  grid = true,
}: ValueAxisProps) {
  return (
    <g className={styles.axis}>
      {scale.ticks(ticks).map((value) => (
        <g key={value} transform={`translate(0 ${scale(value)})`}>
          {grid ? <line x1={from} x2={to} className={value === 0 ? styles.base : styles.grid} /> : null}
          <text
            x={side === 'left' ? from - 8 : to + 8}
            dy="0.32em"
            textAnchor={side === 'left' ? 'end' : 'start'}
          >
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}
