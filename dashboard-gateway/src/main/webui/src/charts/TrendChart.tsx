import { scaleBand, scaleLinear } from 'd3-scale';
import { axisQuantity, quantity } from '../shared/format';
import type { PageLink } from '../shared/routing/link';
import styles from './charts.module.css';
import { labelStep } from './marks';
import { Tooltip } from './Tooltip';
import { TrendBarMark } from './TrendBarMark';
import { useMarks } from './useMarks';
import { useWidth } from './useWidth';
import { ValueAxis } from './ValueAxis';

export interface TrendMark {
  readonly key: string;
  readonly label: string;
  /** The time that the bar stands for, in full. */
  readonly when: string;
  readonly good: number;
  readonly scrap: number;
  readonly link: PageLink;
}

interface TrendChartProps {
  readonly marks: readonly TrendMark[];
  readonly unit: string;
  readonly zone: string;
  readonly label: string;
}

const HEIGHT = 264;
const MARGINS = { top: 12, right: 4, bottom: 44, left: 52 };

/** Output over time, scrap on top of what is good. */
export function TrendChart({ marks, unit, zone, label }: TrendChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { ref, shown, props } = useMarks(marks.length);
  const right = Math.max(MARGINS.left + 1, width - MARGINS.right);
  const bottom = HEIGHT - MARGINS.bottom;
  const highest = Math.max(1, ...marks.map(({ good, scrap }) => good + scrap));
  const x = scaleBand()
    .domain(marks.map(({ key }) => key))
    .range([MARGINS.left, right])
    .padding(marks.length > 60 ? 0.1 : 0.28);
  const y = scaleLinear().domain([0, highest]).nice(4).range([bottom, MARGINS.top]);
  const step = labelStep(marks.length, right - MARGINS.left, 58);
  const mark = shown === null ? undefined : marks[shown];
  return (
    <div ref={box} className={styles.chart} style={{ minHeight: HEIGHT }}>
      {width === 0 ? null : (
        <svg ref={ref} width={width} height={HEIGHT} role="group" aria-label={label}>
          <ValueAxis scale={y} from={MARGINS.left} to={right} format={axisQuantity} />
          <g className={styles.axis}>
            {marks.map(({ key, label: text }, index) =>
              // Counted from the end: the newest bar is the one that must be named.
              (marks.length - 1 - index) % step === 0 ? (
                <text key={key} x={(x(key) ?? 0) + x.bandwidth() / 2} y={bottom + 18} textAnchor="middle">
                  {text}
                </text>
              ) : null,
            )}
            <text x={right} y={HEIGHT - 4} textAnchor="end" className={styles.zone}>
              {`Days in ${zone}`}
            </text>
          </g>
          {marks.map((one, index) => (
            <TrendBarMark
              key={one.key}
              mark={one}
              unit={unit}
              x={x(one.key) ?? 0}
              width={x.bandwidth()}
              step={x.step()}
              y={y}
              events={props(index)}
            />
          ))}
        </svg>
      )}
      {mark ? (
        <Tooltip x={(x(mark.key) ?? 0) + x.bandwidth() / 2} y={y(mark.good + mark.scrap)} width={width}>
          <strong>{mark.when}</strong>
          <span>{`${quantity(mark.good)} ${unit} good`}</span>
          <span>{`${quantity(mark.scrap)} ${unit} scrap`}</span>
        </Tooltip>
      ) : null}
    </div>
  );
}
