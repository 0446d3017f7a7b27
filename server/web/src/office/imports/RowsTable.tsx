// Rows of a file, each by its number there, and how many more there are; on a phone each row is a few
// lines of its own, but many numbers stay a table, which scrolls sideways by itself.
import type { ComponentChildren } from 'preact';
import { t } from './i18n';

export type Column<Row> = {
  heading: string;
  cell: (row: Row) => ComponentChildren;
  /** On a phone: `name` stands beside the row's number, `labelled` behind its heading. */
  look?: 'name' | 'labelled' | 'quiet';
  /** Not worth a line on a phone. */
  isBlank?: (row: Row) => boolean;
  isNumber?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Some columns are a few letters wide and some a sentence. */
  uneven?: boolean;
  /** More columns than a screen has room for, with numbers to be compared down them. */
  wide?: boolean;
  /** What follows after the last of them. */
  foot: string | false;
};

const classes = <Row,>({ look, isBlank, isNumber }: Column<Row>, row: Row): string => ['row-cell', look && `is-${look}`, isBlank?.(row) && 'is-blank', isNumber && 'numbers'].filter(Boolean).join(' ');

export const RowsTable = <Row extends { row: number }>({ caption, columns, rows, uneven, wide, foot }: Props<Row>) => (
  <div class="card card-table" {...(wide && { tabIndex: 0, role: 'group', 'aria-label': caption })}>
    <table class={['table file-rows', uneven && 'is-uneven', wide ? 'is-wide' : 'is-folding'].filter(Boolean).join(' ')}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.fault_row')}</th>
          {columns.map(({ heading, isNumber }) => (
            <th key={heading} scope="col" class={isNumber ? 'numbers' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <th scope="row">
              {!wide && <span class="row-narrow">{t('imports.fault_row')} </span>}
              {row.row}
            </th>
            {columns.map((column) => (
              <td key={column.heading} class={classes(column, row)}>
                {column.look === 'labelled' && <span class="row-narrow quiet">{column.heading}: </span>}
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {foot && <p class="quiet file-rows-foot">{foot}</p>}
  </div>
);

/** What a cell of the file says. */
export const Said = ({ of }: { of: string }) => (of ? <>{of}</> : <span class="quiet">{t('imports.blank')}</span>);
