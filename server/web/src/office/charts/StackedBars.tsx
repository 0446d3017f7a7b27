// Achieved and not achieved: each place one bar of its hamlets, both parts with their counts.
import { number } from '../../i18n/formats';
import { linear } from './scale';

type Part = { name: string; done: number; all: number };

const ROW = 30;
const NARROW = 520;
/** A count needs this much of a bar to stand inside it. */
const roomFor = (n: number): number => 12 + 8 * number(n).length;

type Props = { parts: readonly Part[]; width: number; done: string; missed: string };

export const StackedBars = ({ parts, width, done, missed }: Props) => {
  const isNarrow = width < NARROW;
  const row = isNarrow ? 46 : ROW;
  const left = isNarrow ? 0 : 190;
  const top = 24;
  const x = linear(Math.max(1, ...parts.map(({ all }) => all)), 0, width - left - 30);
  const height = top + row * parts.length + 4;
  return (
    <svg class="drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <text class="axis axis-done" x={left} y={14}>
        ■ {done}
      </text>
      <text class="axis axis-missed" x={left + 76} y={14}>
        □ {missed}
      </text>
      {parts.map((part, i) => {
        const y = top + row * i + (isNarrow ? 22 : 6);
        const doneWidth = x(part.done);
        const missedWidth = x(part.all - part.done);
        const rest = part.all - part.done;
        return (
          <g key={part.name}>
            <text class="bar-name" x={isNarrow ? 0 : left - 12} y={isNarrow ? y - 7 : y + 14} text-anchor={isNarrow ? 'start' : 'end'}>
              {part.name}
            </text>
            <rect class="bar" x={left} y={y} width={doneWidth} height={18} />
            <rect class="bar-missed" x={left + doneWidth} y={y} width={missedWidth} height={18} />
            {doneWidth >= roomFor(part.done) ? (
              <text class="value on-bar" x={left + doneWidth - 6} y={y + 14} text-anchor="end">
                {number(part.done)}
              </text>
            ) : (
              <text class="value value-done" x={left + doneWidth + 6} y={y + 14}>
                {number(part.done)}
              </text>
            )}
            {rest > 0 && missedWidth >= roomFor(rest) ? (
              <text class="value" x={left + doneWidth + missedWidth - 6} y={y + 14} text-anchor="end">
                {number(rest)}
              </text>
            ) : (
              rest > 0 && (
                <text class="value" x={left + doneWidth + missedWidth + 6} y={y + 14}>
                  {number(rest)}
                </text>
              )
            )}
          </g>
        );
      })}
    </svg>
  );
};
