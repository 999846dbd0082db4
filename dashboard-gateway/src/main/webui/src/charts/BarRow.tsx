import type { ScaleLinear } from 'd3-scale';
import { shorten } from '../export/textLayout';
import { useChanged } from '../shared/useChanged';
import { ROW, sum, type BarMark } from './bars';
import styles from './charts.module.css';
import { MarkAnchor, type MarkEvents } from './MarkAnchor';

interface BarRowProps {
  readonly mark: BarMark;
  readonly y: number;
  readonly left: number;
  readonly width: number;
  readonly x: ScaleLinear<number, number>;
  readonly events: MarkEvents;
}

const THICKNESS = 16;
const TEXT_SIZE = 13;

export function BarRow({ mark, y, left, width, x, events }: BarRowProps) {
  const changed = useChanged(mark.figure);
  const top = y + (ROW - THICKNESS) / 2;
  const middle = y + ROW / 2;
  const end = x(Math.max(sum(mark.parts), 0));
  const starts = mark.parts.map((_, index) => sum(mark.parts.slice(0, index)));
  return (
    <>
      <MarkAnchor link={mark.link} name={mark.name} events={events} changed={changed}>
        {/* The whole row reacts, so that a bar of no length can be pointed at too. */}
        <rect x={0} y={y} width={width} height={ROW} className={styles.hit} data-selected={mark.selected} />
        {mark.parts.map((part, index) => (
          <rect
            key={index}
            x={x(starts[index] ?? 0)}
            y={top}
            width={Math.max(0, x((starts[index] ?? 0) + part.value) - x(starts[index] ?? 0))}
            height={THICKNESS}
            className={styles.bar}
            style={{ fill: part.color }}
          />
        ))}
      </MarkAnchor>
      {/* For the eye: the mark's name says all of it, and in full. */}
      <g aria-hidden="true" className={styles.words}>
        <text x={0} y={middle} dy="0.35em" className={styles.barLabel}>
          {shorten(mark.label, left - 12, TEXT_SIZE)}
        </text>
        <text x={end + 8} y={middle} dy="0.35em" className={styles.barFigure}>
          {mark.figure}
        </text>
        {changed ? <circle cx={left - 6} cy={middle} r={3} className={styles.changedDot} /> : null}
      </g>
    </>
  );
}
