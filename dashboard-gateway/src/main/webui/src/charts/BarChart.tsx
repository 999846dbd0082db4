import { scaleLinear } from 'd3-scale';
import { axisQuantity } from '../shared/format';
import { BarRow } from './BarRow';
import { ROW, sum, type BarMark } from './bars';
import styles from './charts.module.css';
import { Tooltip } from './Tooltip';
import { useMarks } from './useMarks';
import { useWidth } from './useWidth';

interface BarChartProps {
  readonly marks: readonly BarMark[];
  readonly label: string;
  /** What the axis counts, with its unit. */
  readonly axis: string;
}

const MARGINS = { top: 4, bottom: 40 };
const FIGURE_ROOM = 76;

/** Bars that lie, one under another: for things with names, which need the room beside. */
export function BarChart({ marks, label, axis }: BarChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { ref, shown, props } = useMarks(marks.length);
  const left = Math.round(Math.min(220, Math.max(92, width * 0.3)));
  const right = Math.max(left + 1, width - FIGURE_ROOM);
  const bottom = MARGINS.top + marks.length * ROW;
  const height = bottom + MARGINS.bottom;
  const longest = Math.max(...marks.map(({ parts }) => sum(parts)), 0);
  const x = scaleLinear()
    .domain([0, longest === 0 ? 1 : longest])
    .nice(4)
    .range([left, right]);
  const mark = shown === null ? undefined : marks[shown];
  return (
    <div ref={box} className={styles.chart} style={{ minHeight: height }}>
      {width === 0 ? null : (
        <svg ref={ref} width={width} height={height} role="group" aria-label={label}>
          <g className={styles.axis}>
            {x.ticks(width < 480 ? 3 : 5).map((value) => (
              <g key={value} transform={`translate(${x(value)} 0)`}>
                <line y1={MARGINS.top} y2={bottom} className={value === 0 ? styles.base : styles.grid} />
                <text y={bottom + 16} textAnchor="middle">
                  {axisQuantity(value)}
                </text>
              </g>
            ))}
            <text x={width} y={height - 4} textAnchor="end" className={styles.zone}>
              {axis}
            </text>
          </g>
          {marks.map((one, index) => (
            <BarRow
              key={one.key}
              mark={one}
              y={MARGINS.top + index * ROW}
              left={left}
              width={width}
              x={x}
              events={props(index)}
            />
          ))}
        </svg>
      )}
      {mark && shown !== null ? (
        <Tooltip x={x(Math.min(sum(mark.parts), longest / 2))} y={MARGINS.top + shown * ROW} width={width}>
          <strong>{mark.label}</strong>
          {mark.details.map((detail) => (
            <span key={detail}>{detail}</span>
          ))}
        </Tooltip>
      ) : null}
    </div>
  );
}
