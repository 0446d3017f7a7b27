// Places side by side: largest first, each with its value, the median as a tick.
import { linear } from './scale';

type Bar = { name: string; value: number; label: string };

const ROW = 30;
const NARROW = 520;

type Props = { bars: readonly Bar[]; max: number; width: number; median: { value: number; label: string } | null };

export const BarChart = ({ bars, max, width, median }: Props) => {
  // On a phone a name stands above its bar.
  const isNarrow = width < NARROW;
  const row = isNarrow ? 46 : ROW;
  const valueWidth = 14 + 8 * Math.max(...bars.map(({ label }) => label.length));
  const left = isNarrow ? 0 : 190;
  const right = width - valueWidth;
  const top = median ? 22 : 4;
  const x = linear(max, left, right);
  const height = top + row * bars.length + 4;
  const tick = median && x(median.value);
  return (
    <svg class="drawing" width={width} height={height} aria-hidden="true" focusable="false">
      {bars.map((bar, i) => {
        const y = top + row * i + (isNarrow ? 22 : 6);
        const isBelow = median !== null && bar.value < median.value;
        return (
          <g key={bar.name}>
            <text class="bar-name" x={isNarrow ? 0 : left - 12} y={isNarrow ? y - 7 : y + 14} text-anchor={isNarrow ? 'start' : 'end'}>
              {bar.name}
            </text>
            <rect class="bar-all" x={left} y={y} width={right - left} height={18} rx={3} />
            <rect class={isBelow ? 'bar bar-below' : 'bar'} x={left} y={y} width={Math.max(0, x(bar.value) - left)} height={18} rx={3} />
            <text class="value" x={width} y={y + 14} text-anchor="end">
              {bar.label}
            </text>
          </g>
        );
      })}
      {median && tick !== null && (
        <g>
          <line class="tick" x1={tick} x2={tick} y1={top - 2} y2={height} />
          <text class="axis" x={Math.min(Math.max(tick, left + 50), right - 30)} y={12} text-anchor="middle">
            {median.label}
          </text>
        </g>
      )}
    </svg>
  );
};
