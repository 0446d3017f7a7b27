// A picture with its sentence, its numbers on demand, and what they stand on.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { day, instant } from '../../i18n/formats';
import { t } from './i18n';
import { mapName } from '../shell/MapControl';
import { usePrinting } from '../usePrinting';
import { useWidth } from './useWidth';

export type Basis = { period: string; from: string; to: string; map: string; asOf: string };

type Props = {
  title: string;
  summary: string;
  definition: string;
  note?: string | undefined;
  /** Said of what only the drawing has. */
  drawnNote?: string | undefined;
  /** Said of what only the table has. */
  tableNote?: string | undefined;
  /** On paper, where no table can be opened, the table itself: all the rows. */
  printsTable?: boolean;
  basis: Basis;
  head: readonly string[];
  /** The first of a row is its name. */
  rows: readonly (readonly ComponentChildren[])[];
  controls?: ComponentChildren;
  children: (width: number) => ComponentChildren;
};

const Numbers = ({ title, head, rows }: Pick<Props, 'title' | 'head' | 'rows'>) => (
  <div class="chart-table" tabIndex={0} role="region" aria-label={title}>
    <table class="table table-quiet">
      <thead>
        <tr>
          {head.map((name, i) => (
            <th key={i} scope="col" class={i > 0 ? 'numbers' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values], n) => (
          <tr key={n}>
            <th scope="row">{name}</th>
            {values.map((value, i) => (
              <td key={i} class="numbers">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export const ChartCard = ({ title, summary, definition, note, drawnNote, tableNote, printsTable, basis, head, rows, controls, children }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  const isPrinting = usePrinting();
  const asTable = isOpen || (isPrinting && printsTable === true);
  const { box, width } = useWidth<HTMLDivElement>();
  const id = useId();
  return (
    <figure class={asTable ? 'card chart chart-long' : 'card chart'} aria-labelledby={id}>
      <div class="chart-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="text-button" aria-pressed={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('chart.table')}
        </button>
      </div>
      {controls}
      <p class="chart-summary">{summary}</p>
      <div ref={box}>{asTable ? <Numbers title={title} head={head} rows={rows} /> : width > 0 && children(width)}</div>
      <figcaption class="quiet small">
        {note && <p>{note}</p>}
        {!asTable && drawnNote && <p>{drawnNote}</p>}
        {asTable && tableNote && <p>{tableNote}</p>}
        <p>{definition}</p>
        <p>
          {t('chart.period', { period: basis.period, from: day(basis.from), to: day(basis.to) })} · {t('chart.map', { map: mapName(basis.map) })} ·{' '}
          {t('chart.as_of', { when: instant(basis.asOf) })}. {t('chart.source')}.
        </p>
      </figcaption>
    </figure>
  );
};
