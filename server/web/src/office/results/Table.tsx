// One row per unit, the undivided rest, the total; every number is a door to what is behind it.
import type { Rollup, Row } from '../../api/types';
import { number, percent } from '../../i18n/formats';
import { hrefWith, place } from '../../router';
import { Name } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { cellValue, columnsOf, isOfServices, rowName, type Group } from './cells';
import { cellDefinition, cellName, columnName, codes, rowLabel, valueText } from './names';
import { hrefOfUnit } from './Path';

type CellProps = { answer: Rollup; row: Row; cell: string; name: string | null };

const Door = ({ answer, row, cell, name, children }: CellProps & { children: preact.ComponentChildren }) => {
  const { query } = place.value;
  const isOpen = query.get('cell') === cell && query.get('row') === name;
  return (
    <a
      class={isOpen ? 'door is-open' : 'door'}
      href={hrefWith({ cell, row: name })}
      aria-label={t('results.open', { cell: cellName(cell), row: rowLabel(row, answer), value: valueText(row, cell) })}
    >
      {children}
    </a>
  );
};

/** A thin bar as wide as the share. */
export const ThinBar = ({ numerator, denominator }: { numerator: number; denominator: number }) => (
  <svg class="thin-bar" height="5" aria-hidden="true" focusable="false">
    <rect class="thin-bar-all" width="100%" height="5" rx="2.5" />
    <rect class="thin-bar-part" width={`${(100 * numerator) / denominator}%`} height="5" rx="2.5" />
  </svg>
);

const Cell = (props: CellProps) => {
  const value = cellValue(props.row, props.cell);
  if (value.kind === 'ratio') {
    const { numerator, denominator } = value;
    if (denominator === 0) return <span class="quiet">—</span>;
    return (
      <Door {...props}>
        <span class="door-line">
          {number(numerator)}/{number(denominator)} <strong>{percent(numerator, denominator)}</strong>
        </span>
        <ThinBar numerator={numerator} denominator={denominator} />
      </Door>
    );
  }
  return (
    <>
      <Door {...props}>
        <span class="door-line">{number(value.n)}</span>
      </Door>
      {value.kind === 'optional' && (
        <span class="quiet small under">{t('results.recorded', { n: value.recorded, all: props.row.sessions.all })}</span>
      )}
    </>
  );
};

/** Of a service both numbers: done, and beneath it those who were guided. */
const ServiceCells = (props: CellProps) => (
  <>
    <Cell {...props} />
    <span class="small under">
      <Cell {...props} cell={props.cell.replace('completed', 'assisted')} />
    </span>
  </>
);

type RowProps = { answer: Rollup; row: Row; columns: readonly string[]; group: Group; isTotal?: boolean };

const TableRow = ({ answer, row, columns, group, isTotal }: RowProps) => (
  <tr class={isTotal ? 'total' : row.unit ? undefined : 'undivided'}>
    <th scope="row">
      {row.unit && !isTotal ? (
        answer.by === 'team' ? (
          <a href={hrefOf('teams', `/${row.unit.id}`)}>{row.label}</a>
        ) : (
          <a href={hrefOfUnit(row.unit.id)}>
            <Name of={row.label} />
          </a>
        )
      ) : (
        rowLabel(row, answer)
      )}
    </th>
    {columns.map((cell) => {
      const props = { answer, row, cell, name: isTotal ? null : rowName(row) };
      return (
        <td key={cell} class="numbers">
          {isOfServices(group) ? <ServiceCells {...props} /> : <Cell {...props} />}
        </td>
      );
    })}
  </tr>
);

export const Table = ({ answer, group }: { answer: Rollup; group: Group }) => {
  const columns = columnsOf(group, answer.by, answer.total, codes());
  return (
    <div class="card card-table" tabIndex={0} role="region" aria-label={t('results.table')}>
      <table class={`table results results-${group}`}>
        <thead>
          <tr>
            <th scope="col">{t(`rows.${answer.by}`)}</th>
            {columns.map((cell) => (
              <th key={cell} scope="col" class="numbers" title={cellDefinition(cell)}>
                {columnName(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <TableRow key={rowName(row)} answer={answer} row={row} columns={columns} group={group} />
          ))}
        </tbody>
        <tfoot>
          <TableRow answer={answer} row={answer.total} columns={columns} group={group} isTotal />
        </tfoot>
      </table>
    </div>
  );
};
