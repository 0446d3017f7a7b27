// The comparison drawn, and the same as a table.
import type { ComparedRow, Comparison } from '../../api/types';
import { fullName } from '../../data/units';
import { number } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { setQuery } from '../../router';
import { Choice } from '../../ui';
import { BarChart } from '../charts/BarChart';
import { ChartCard } from '../charts/ChartCard';
import { endsText, nothingIn, type Nothing } from '../charts/ends';
import { LEAST_FOR_MEDIAN } from '../charts/scale';
import { t } from './i18n';
import { cellDefinition, cellName, periodLabel } from '../results/names';
import { hrefOfUnit } from '../results/Path';
import { filters, today } from '../shell/current';
import { sorted, SORTS, type Sort } from './figures';
import { baseText, changeText, daysText, isShare, perText, plainValue, smallText, sourceText, valueText } from './words';

const AT_MOST = 60;

const nameOf = (row: ComparedRow, { by }: Comparison): string => (by === 'hamlet' ? fullName(row.unit) : row.label);

const notesOf = (answer: Comparison): string[] => {
  const { per, bases, undivided, rows, year_before } = answer;
  const year = bases.years.length > 0 ? t('compare.source_year', { year: bases.years.join(', ') }) : '';
  const source = bases.sources.length > 0 ? bases.sources.map(sourceText).join('; ') : t('compare.source_none');
  return [
    ...(per ? [t('compare.source', { what: sentence(t(`base.${per}`)), years: year, source })] : []),
    ...(per && bases.unknown > 0 ? [t('compare.unknown', { what: t(`base.${per}`), n: bases.unknown })] : []),
    ...(rows.some(({ small_base }) => small_base) ? [t('compare.small', { what: smallText(answer) })] : []),
    ...(undivided > 0 ? [t('compare.undivided', { n: undivided })] : []),
    t('compare.year', { year: daysText(year_before) }),
    isShare(answer) ? t('compare.points') : t('compare.percent', { n: answer.percent_from }),
  ];
};

/** Of a year the stretch before is the year before. */
const isOfYear = ({ before, year_before }: Comparison): boolean => before.from === year_before.from;

const tableOf = (answer: Comparison, rows: readonly ComparedRow[]) => {
  const { per } = answer;
  const hasNotes = answer.rows.some(({ small_base }) => small_base);
  return {
    head: [
      t('chart.unit'),
      t('compare.rank'),
      per ? perText(per) : t('compare.value'),
      ...(per ? [t('compare.count'), t(`compare.${per}`)] : []),
      ...(isOfYear(answer) ? [] : [t('compare.before'), t('compare.change_before')]),
      t('compare.year_before'),
      t('compare.change_year'),
      ...(hasNotes ? [t('compare.note')] : []),
    ],
    rows: rows.map((row) => [
      <a href={hrefOfUnit(row.unit.id)}>{nameOf(row, answer)}</a>,
      row.rank === null ? '—' : number(row.rank),
      valueText(row, answer),
      ...(per ? [number(row.numerator), row.denominator === null ? '—' : number(row.denominator)] : []),
      ...(isOfYear(answer) ? [] : [baseText(row.before, answer), changeText(row.before)]),
      baseText(row.year_before, answer),
      changeText(row.year_before),
      ...(hasNotes ? [row.small_base ? smallText(answer) : ''] : []),
    ]),
  };
};

/** What a place without any is said to have none of. */
const nothingOf = ({ cell, state }: Comparison): Nothing | undefined =>
  cell === 'participants' ? nothingIn('turns', state) : cell.startsWith('sessions.') ? nothingIn('sessions', state) : undefined;

const summaryOf = (answer: Comparison, known: readonly ComparedRow[]): string => {
  const { median, total, unit } = answer;
  return [
    endsText(known, {
      // What is shown alike is alike, but for who has nothing at all.
      value: ({ value, numerator }) => (numerator === 0 ? 0 : Math.max(value ?? 0, 0.01)),
      name: (row) => nameOf(row, answer),
      text: (row) => (isShare(answer) ? plainValue(row.value, answer) : valueText(row, answer)),
      nothing: nothingOf(answer),
    }),
    median.of < LEAST_FOR_MEDIAN
      ? t('chart.few', { n: median.of })
      : t('compare.median', { median: plainValue(median.value, answer), of: median.of, where: median.unit.name }),
    t('compare.whole', { name: unit.name, value: valueText(total, answer) }),
  ].join(' ');
};

export const Bars = ({ answer, sort }: { answer: Comparison; sort: Sort }) => {
  const { median, period, map, as_of, cell, per } = answer;
  const rows = sorted(answer.rows, sort);
  const known = rows.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const middle = median.of < LEAST_FOR_MEDIAN ? null : median.value;
  const { head, rows: lines } = tableOf(answer, rows);
  const drawn = [...(known.length > AT_MOST ? [t('chart.most', { n: AT_MOST, all: rows.length })] : []), ...(middle === null ? [] : [t('compare.bars')])];
  return (
    <ChartCard
      title={per ? `${cellName(cell)}, ${perText(per).toLowerCase()}` : cellName(cell)}
      summary={summaryOf(answer, answer.rows.filter(({ value }) => value !== null))}
      note={notesOf(answer).join(' ')}
      drawnNote={drawn.join(' ')}
      tableNote={isOfYear(answer) ? undefined : t('compare.periods', { before: daysText(answer.before) })}
      printsTable
      definition={cellDefinition(cell)}
      basis={{ period: periodLabel(filters.value), from: period.from, to: period.to < today.value ? period.to : today.value, map, asOf: as_of }}
      head={head}
      rows={lines}
      controls={
        <Choice
          id="sort"
          look="segments"
          legend={t('compare.sort')}
          legendHidden
          value={sort}
          onValue={(chosen) => setQuery({ sort: chosen === 'rank' ? null : chosen })}
          options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      }
    >
      {(width) => (
        <BarChart
          width={width}
          max={Math.max(...known.map(({ value }) => value ?? 0), middle ?? 0, isShare(answer) ? 100 : 0) || 1}
          median={middle === null ? null : { value: middle, label: t('chart.median', { value: plainValue(middle, answer) }) }}
          asides={[t('compare.year_before'), t('compare.change')]}
          bars={known.slice(0, AT_MOST).map((row) => ({
            name: `${row.rank}. ${nameOf(row, answer)}`,
            value: row.value ?? 0,
            label: valueText(row, answer),
            asides: [baseText(row.year_before, answer), changeText(row.year_before)],
            ...(row.small_base && { note: smallText(answer) }),
          }))}
        />
      )}
    </ChartCard>
  );
};
