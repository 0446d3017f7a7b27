// A line by month, the last value labelled. Hidden from screen readers, who have the sentence
// and the table.
import { number } from '../../i18n/formats';
import { labelled, linear, linePath, spread, ticks } from './scale';

/** Without a label a point has no mark on the axis. `said` stands beside the last one, and on hover. */
type Point = { label: string; value: number; said?: string };
type Axis = { steps: readonly number[]; name: (step: number) => string };

const HEIGHT = 240;
const TOP = 28;
const BOTTOM = 28;
const RIGHT = 34;
const MANY = 24;

/** `open`: the last point is of a month that is not over. */
export const LineChart = ({ points, width, axis, open = false }: { points: readonly Point[]; width: number; axis?: Axis; open?: boolean }) => {
  const steps = axis?.steps ?? ticks(Math.max(0, ...points.map(({ value }) => value)));
  const nameOf = axis?.name ?? number;
  const max = steps[steps.length - 1] ?? 1;
  const left = 12 + 8 * nameOf(max).length;
  const x = spread(points.length, left, width - RIGHT);
  const y = linear(max, HEIGHT - BOTTOM, TOP);
  const at = points.map(({ value }, i) => ({ x: x(i), y: y(value) }));
  // Those that are marked have been chosen already where most are not.
  const isLabelled = axis ? () => true : labelled(points.length, width - left, 40);
  const last = at[at.length - 1];
  const before = at[at.length - 2];
  // Above the point, unless the line comes down to it.
  const dy = before && last && before.y < last.y - 8 ? 22 : -12;
  return (
    <svg class="drawing" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {steps.map((step) => (
        <g key={step}>
          <line class="grid-line" x1={left} x2={width - RIGHT} y1={y(step)} y2={y(step)} />
          <text class="axis" x={left - 8} y={y(step) + 4} text-anchor="end">
            {nameOf(step)}
          </text>
        </g>
      ))}
      <path class="line" d={linePath(open ? at.slice(0, -1) : at)} />
      {open && <path class="line line-open" d={linePath(at.slice(-2))} />}
      {points.map((point, i) => (
        <g key={i}>
          <circle class={open && i === points.length - 1 ? 'dot dot-open' : 'dot'} cx={x(i)} cy={y(point.value)} r={i === points.length - 1 ? 5 : points.length > MANY ? 2 : 3}>
            <title>{point.said ?? `${point.label}: ${number(point.value)}`}</title>
          </circle>
          {point.label && isLabelled(i) && (
            <text class="axis" x={x(i)} y={HEIGHT - 6} text-anchor="middle">
              {point.label}
            </text>
          )}
        </g>
      ))}
      {last && (
        <text class="value" x={axis ? width : last.x} y={last.y + dy} text-anchor={axis ? 'end' : 'middle'}>
          {points[points.length - 1]?.said ?? number(points[points.length - 1]?.value ?? 0)}
        </text>
      )}
    </svg>
  );
};
