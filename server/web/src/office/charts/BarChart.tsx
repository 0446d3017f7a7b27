// Places side by side: largest first, each with its value, the median as a tick.
import { linear } from './scale';

/** `note` stands at the bar, each of `asides` in a column of its own. */
type Bar = { name: string; value: number; label: string; asides?: readonly string[]; note?: string };

const ROW = 30;
const NARROW = 560;
const widest = (texts: readonly (string | undefined)[], each: number): number => each * Math.max(0, ...texts.map((text) => text?.length ?? 0));

type Props = { bars: readonly Bar[]; max: number; width: number; median: { value: number; label: string } | null; asides?: readonly string[] };

export const BarChart = ({ bars, max, width, median, asides = [] }: Props) => {
  // On a phone a name stands above its bar.
  const isNarrow = width < NARROW;
  const row = isNarrow ? 50 : ROW;
  const columns = isNarrow ? [] : asides.map((head, at) => 20 + Math.max(widest([head], 7.5), widest(bars.map((bar) => bar.asides?.[at]), 8)));
  const asideWidth = columns.reduce((sum, one) => sum + one, 0);
  // Where a column ends; on a phone all stand in one, at the edge.
  const endOf = (at: number): number => width - columns.slice(at + 1).reduce((sum, one) => sum + one, 0);
  const inColumns = (texts: readonly string[]): readonly string[] => (isNarrow && texts.length > 0 ? [texts.join(' · ')] : texts);
  const valueWidth = 14 + widest(bars.map(({ label }) => label), 8);
  const left = isNarrow ? 0 : Math.min(400, Math.max(150, 18 + widest(bars.map(({ name }) => name), 7.9)));
  const right = width - valueWidth - asideWidth;
  // There the heading of the column has a line of its own.
  const top = isNarrow && asides.length > 0 ? (median ? 40 : 22) : median || asides.length > 0 ? 22 : 4;
  const x = linear(max, left, right);
  const height = top + row * bars.length + 4;
  const tick = median && x(median.value);
  return (
    <svg class="drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {bars.map((bar, i) => {
        const y = top + row * i + (isNarrow ? 24 : 6);
        const isBelow = median !== null && bar.value < median.value;
        const end = Math.max(left, x(bar.value));
        const hasRoom = bar.note !== undefined && right - end > 10 + 7 * bar.note.length;
        return (
          <g key={i}>
            <text class="bar-name" x={isNarrow ? 0 : left - 12} y={isNarrow ? y - 7 : y + 14} text-anchor={isNarrow ? 'start' : 'end'}>
              {bar.name}
            </text>
            <rect class="bar-all" x={left} y={y} width={right - left} height={18} rx={3} />
            <rect class={isBelow ? 'bar bar-below' : 'bar'} x={left} y={y} width={end - left} height={18} rx={3} />
            {bar.note && (
              <text class={hasRoom ? 'axis' : isBelow ? undefined : 'on-bar'} x={hasRoom ? end + 6 : end - 6} y={y + 13} text-anchor={hasRoom ? 'start' : 'end'}>
                {bar.note}
              </text>
            )}
            <text class="value" x={width - asideWidth} y={y + 14} text-anchor="end">
              {bar.label}
            </text>
            {inColumns(bar.asides ?? []).map((text, at) => (
              <text key={at} class="axis" x={endOf(at)} y={isNarrow ? y - 7 : y + 14} text-anchor="end">
                {text}
              </text>
            ))}
          </g>
        );
      })}
      {inColumns(asides).map((head, at) => (
        <text key={at} class="axis" x={endOf(at)} y={12} text-anchor="end">
          {head}
        </text>
      ))}
      {median && tick !== null && (
        <g>
          {isNarrow ? (
            bars.map((_, i) => <line key={i} class="tick" x1={tick} x2={tick} y1={top + row * i + 20} y2={top + row * i + 46} />)
          ) : (
            <line class="tick" x1={tick} x2={tick} y1={top - 2} y2={height} />
          )}
          <text class="axis" x={Math.min(Math.max(tick, left + 60), right - 30)} y={top - 10} text-anchor="middle">
            {median.label}
          </text>
        </g>
      )}
    </svg>
  );
};
