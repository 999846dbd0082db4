import { scaleBand, scaleLinear } from 'd3-scale';
import { axisQuantity, percent, quantity } from '../shared/format';
import type { PageLink } from '../shared/routing/link';
import styles from './charts.module.css';
import { ParetoBarMark } from './ParetoBarMark';
import { Tooltip } from './Tooltip';
import { useMarks } from './useMarks';
import { useWidth } from './useWidth';
import { ValueAxis } from './ValueAxis';

export interface ParetoMark {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly cumulativePercent: number;
  readonly abcClass: string;
  readonly selected: boolean;
  readonly link: PageLink;
}

interface ParetoChartProps {
  readonly marks: readonly ParetoMark[];
  readonly label: string;
}

const HEIGHT = 264;
/** Below this width two captions would meet. */
const NARROW = 420;
const MARGINS = { top: 12, right: 44, bottom: 26, left: 52 };

/** Items by value, most valuable first, and the share that those up to here have in the whole. */
export function ParetoChart({ marks, label }: ParetoChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { ref, shown, props } = useMarks(marks.length);
  const right = Math.max(MARGINS.left + 1, width - MARGINS.right);
  const bottom = HEIGHT - MARGINS.bottom;
  const x = scaleBand()
    .domain(marks.map(({ key }) => key))
    .range([MARGINS.left, right])
    .padding(marks.length > 60 ? 0.1 : 0.25);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...marks.map(({ value }) => value))])
    .nice(4)
    .range([bottom, MARGINS.top]);
  const share = scaleLinear().domain([0, 100]).range([bottom, MARGINS.top]);
  const middle = (mark: ParetoMark): number => (x(mark.key) ?? 0) + x.bandwidth() / 2;
  const curve = marks.map((mark) => `${middle(mark)},${share(mark.cumulativePercent)}`).join(' ');
  const mark = shown === null ? undefined : marks[shown];
  return (
    <div ref={box} className={styles.chart} style={{ minHeight: HEIGHT }}>
      {width === 0 ? null : (
        <svg ref={ref} width={width} height={HEIGHT} role="group" aria-label={label}>
          <ValueAxis scale={y} from={MARGINS.left} to={right} format={axisQuantity} />
          <ValueAxis
            scale={share}
            from={MARGINS.left}
            to={right}
            format={(value) => `${value} %`}
            side="right"
            grid={false}
          />
          {marks.map((one, index) => (
            <ParetoBarMark
              key={one.key}
              mark={one}
              x={x(one.key) ?? 0}
              width={x.bandwidth()}
              step={x.step()}
              y={y}
              events={props(index)}
            />
          ))}
          <polyline points={curve} className={styles.curve} />
          {mark ? (
            <circle cx={middle(mark)} cy={share(mark.cumulativePercent)} r={4} className={styles.onCurve} />
          ) : null}
          {width < NARROW ? null : (
            <text x={MARGINS.left} y={HEIGHT - 4} className={styles.zone}>
              Items, most valuable first
            </text>
          )}
          <text x={right} y={HEIGHT - 4} textAnchor="end" className={styles.zone}>
            Line: cumulative share of value
          </text>
        </svg>
      )}
      {mark ? (
        <Tooltip x={middle(mark)} y={Math.min(y(mark.value), bottom - 70)} width={width}>
          <strong>{mark.name}</strong>
          <span>{`Class ${mark.abcClass} · value ${quantity(mark.value)}`}</span>
          <span>{`${percent(mark.cumulativePercent)} of all value up to here`}</span>
        </Tooltip>
      ) : null}
    </div>
  );
}
