// The comparison drawn, and the same as a table.
import type { ComparedRow, Comparison } from '../../api/types';
import { fullName } from '../../data/units';
import { number } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { BarChart } from '../charts/BarChart';
import { ChartCard } from '../charts/ChartCard';
import { t } from './i18n';
import { cellDefinition, cellName, periodLabel } from '../results/names';
import { hrefOfUnit } from '../results/Path';
import { filters, today } from '../shell/current';
import { changeText, daysText, perText, plainValue, smallText, valueText } from './words';

const AT_MOST = 60;

const nameOf = (row: ComparedRow, { by }: Comparison): string => (by === 'hamlet' ? fullName(row.unit) : row.label);

const notesOf = (answer: Comparison): string[] => {
  const { per, bases, undivided, rows, year_before } = answer;
  const year = bases.years.length > 0 ? t('compare.source_year', { year: bases.years.join(', ') }) : '';
  const source = bases.sources.length > 0 ? bases.sources.join('; ') : t('compare.source_none');
  return [
    t('compare.bars'),
    ...(per ? [t('compare.source', { what: sentence(t(`base.${per}`)), years: year, source })] : []),
    ...(per && bases.unknown > 0 ? [t('compare.unknown', { what: t(`base.${per}`), n: bases.unknown })] : []),
    ...(rows.some(({ small_base }) => small_base) ? [t('compare.small', { what: smallText(answer) })] : []),
    ...(undivided > 0 ? [t('compare.undivided', { n: undivided })] : []),
    t('compare.year', { year: daysText(year_before) }),
  ];
};

/** Of a year the stretch before is the year before. */
const isOfYear = ({ before, year_before }: Comparison): boolean => before.from === year_before.from;

const tableOf = (answer: Comparison) => {
  const { per } = answer;
  const hasNotes = answer.rows.some(({ small_base }) => small_base);
  return {
    head: [
      t('chart.unit'),
      t('compare.rank'),
      per ? perText(per) : t('compare.value'),
      ...(per ? [t('compare.count'), t(`compare.${per}`)] : []),
      ...(isOfYear(answer) ? [] : [t('compare.before')]),
      t('compare.year_before'),
      ...(hasNotes ? [t('compare.note')] : []),
    ],
    rows: answer.rows.map((row) => [
      <a href={hrefOfUnit(row.unit.id)}>{nameOf(row, answer)}</a>,
      row.rank === null ? '—' : number(row.rank),
      valueText(row, answer),
      ...(per ? [number(row.numerator), row.denominator === null ? '—' : number(row.denominator)] : []),
      ...(isOfYear(answer) ? [] : [changeText(row.before)]),
      changeText(row.year_before),
      ...(hasNotes ? [row.small_base ? smallText(answer) : ''] : []),
    ]),
  };
};

export const Bars = ({ answer }: { answer: Comparison }) => {
  const { rows, median, total, unit, period, map, as_of, cell, per } = answer;
  const known = rows.filter(({ value }) => value !== null);
  const [top, bottom] = [known[0], known[known.length - 1]];
  if (!top || !bottom) return null;
  const { head, rows: lines } = tableOf(answer);
  const notes = [...(known.length > AT_MOST ? [t('chart.most', { n: AT_MOST, all: rows.length })] : []), ...notesOf(answer)];
  return (
    <ChartCard
      title={per ? `${cellName(cell)}, ${perText(per).toLowerCase()}` : cellName(cell)}
      summary={`${t('compare.summary', {
        top: nameOf(top, answer),
        max: valueText(top, answer),
        bottom: nameOf(bottom, answer),
        min: valueText(bottom, answer),
        median: plainValue(median.value, answer),
        of: median.of,
        where: median.unit.name,
      })} ${t('compare.whole', { name: unit.name, value: valueText(total, answer) })}`}
      note={notes.join(' ')}
      tableNote={isOfYear(answer) ? undefined : t('compare.periods', { before: daysText(answer.before) })}
      printsTable
      definition={cellDefinition(cell)}
      basis={{ period: periodLabel(filters.value), from: period.from, to: period.to < today.value ? period.to : today.value, map, asOf: as_of }}
      head={head}
      rows={lines}
    >
      {(width) => (
        <BarChart
          width={width}
          max={Math.max(top.value ?? 0, median.value ?? 0, answer.scale === 100 && !per ? 100 : 0) || 1}
          median={median.value === null ? null : { value: median.value, label: t('chart.median', { value: plainValue(median.value, answer) }) }}
          aside={t('compare.year_before')}
          bars={known.slice(0, AT_MOST).map((row) => ({
            name: `${row.rank}. ${nameOf(row, answer)}`,
            value: row.value ?? 0,
            label: valueText(row, answer),
            aside: changeText(row.year_before),
            ...(row.small_base && { note: smallText(answer) }),
          }))}
        />
      )}
    </ChartCard>
  );
};
