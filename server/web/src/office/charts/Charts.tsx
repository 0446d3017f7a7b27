// The pictures under a rollup: how it went, who stands where, who is not reached.
import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Row } from '../../api/types';
import { number, percent, period as periodName, shortDay } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { Choice } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { cellDefinition, periodLabel, rowLabel, type Shown } from '../results/names';
import { filters, rollup, today } from '../shell/current';
import { hrefOf } from '../shell/pages';
import { yearUpTo } from '../shell/periods';
import { useLoad } from '../../data/useLoad';
import { BarChart } from './BarChart';
import { ChartCard, type Basis } from './ChartCard';
import { endsText, nothingIn } from './ends';
import { LineChart } from './LineChart';
import { descending, ends, LEAST_FOR_MEDIAN, median, share } from './scale';
import { StackedBars } from './StackedBars';
import { trendOf } from './trend';

const AT_MOST = 20;

const basisOf = ({ period, map, as_of, asked }: Shown): Basis => ({ period: periodLabel(asked), from: period.from, to: period.to < today.value ? period.to : today.value, map, asOf: as_of });

/** "2026-11" -> "11", and the year with the first and each January. */
const monthLabel = (code: string, i: number): string => {
  const [year = '', month = ''] = code.split('-');
  return i === 0 || month === '01' ? `${Number(month)}/${year.slice(2)}` : String(Number(month));
};

const Trend = ({ answer }: { answer: Shown }) => {
  const { unit, map, state } = rollup.value;
  const days = yearUpTo(filters.value.days.to < today.value ? filters.value.days.to : today.value);
  const query = { grain: 'month' as const, ...days, ...(unit && { unit }), ...(map && { map }), ...(state && { state }) };
  const load = useLoad(() => ok(api.GET('/api/v1/rollups/series', { params: { query } })), [JSON.stringify(query)]);
  return (
    <Loaded load={load}>
      {({ points }) => {
        const found = trendOf(points, today.value);
        if (!found) return null;
        const { first, end, top, last, isOpen } = found;
        const isEmpty = top.participants === 0 && last.participants === 0;
        return (
          <ChartCard
            title={t('trend.title')}
            summary={
              isEmpty
                ? t(answer.state === 'official' ? 'trend.nothing_approved' : 'trend.nothing')
                : [
                    t('trend.summary', {
                      name: answer.unit.name,
                      first: first.participants,
                      from: periodName(first.period),
                      last: end.participants,
                      to: periodName(end.period),
                      max: top.participants,
                      at: periodName(top.period),
                    }),
                    ...(isOpen ? [t('trend.so_far', { month: sentence(periodName(last.period)), date: shortDay(today.value), n: last.participants })] : []),
                  ].join(' ')
            }
            note={isOpen ? t('trend.partial') : undefined}
            definition={cellDefinition('participants')}
            basis={{ ...basisOf(answer), period: `${periodName(first.period)} – ${periodName(last.period)}`, ...days }}
            head={[t('chart.month'), t('cell.participants'), t('cell.sessions')]}
            rows={points.map((point) => [periodName(point.period), number(point.participants), number(point.sessions.all)])}
          >
            {(width) => <LineChart width={width} open={isOpen} points={points.map(({ period, participants }, i) => ({ label: monthLabel(period, i), value: participants }))} />}
          </ChartCard>
        );
      }}
    </Loaded>
  );
};

type Measure = 'reached' | 'turns';

const Compare = ({ answer, rows }: { answer: Shown; rows: readonly Row[] }) => {
  const [measure, setMeasure] = useState<Measure>('reached');
  const ofRow = (row: Row): number =>
    measure === 'turns' ? row.participants : share(row.hamlets_reached.numerator, row.hamlets_reached.denominator);
  const labelOf = (row: Row): string => {
    const { numerator, denominator } = row.hamlets_reached;
    return measure === 'turns' ? number(row.participants) : `${number(numerator)}/${number(denominator)}  ${percent(numerator, denominator)}`;
  };
  const valueText = (value: number): string => (measure === 'turns' ? number(Math.round(value)) : percent(Math.round(value * 1000), 1000));
  const sorted = descending(rows, ofRow);
  const middle = rows.length < LEAST_FOR_MEDIAN ? null : median(rows.map(ofRow));
  const [top] = sorted;
  if (!top) return null;
  return (
    <ChartCard
      title={t('places.title')}
      summary={[
        endsText(sorted, {
          value: ofRow,
          name: (row) => rowLabel(row, answer),
          text: (row) => valueText(ofRow(row)),
          nothing: measure === 'turns' ? nothingIn('turns', answer.state) : undefined,
        }),
        middle === null ? t('chart.few', { n: rows.length }) : t('places.median', { median: valueText(middle) }),
      ].join(' ')}
      drawnNote={sorted.length > AT_MOST ? t('chart.most', { n: AT_MOST, all: sorted.length }) : undefined}
      definition={cellDefinition(measure === 'turns' ? 'participants' : 'hamlets_reached')}
      basis={basisOf(answer)}
      head={[t('chart.unit'), t(`places.${measure}`)]}
      rows={sorted.map((row) => [rowLabel(row, answer), labelOf(row)])}
      controls={
        <div class="chart-controls">
          <Choice
            id="compare"
            look="segments"
            legend={t('places.which')}
            legendHidden
            value={measure}
            onValue={setMeasure}
            options={[
              { value: 'reached', label: t('places.reached') },
              { value: 'turns', label: t('places.turns') },
            ]}
          />
          <a href={hrefOf('compare')}>{t('places.more')}</a>
        </div>
      }
    >
      {(width) => (
        <BarChart
          width={width}
          max={measure === 'turns' ? Math.max(1, ofRow(top)) : 1}
          median={middle === null ? null : { value: middle, label: t('chart.median', { value: valueText(middle) }) }}
          bars={sorted.slice(0, AT_MOST).map((row) => ({ name: rowLabel(row, answer), value: ofRow(row), label: labelOf(row) }))}
        />
      )}
    </ChartCard>
  );
};

const Attainment = ({ answer, rows }: { answer: Shown; rows: readonly Row[] }) => {
  const missed = ({ hamlets_reached }: Row): number => hamlets_reached.denominator - hamlets_reached.numerator;
  const sorted = descending(rows, missed);
  const { numerator, denominator } = answer.total.hamlets_reached;
  const worst = ends(sorted, missed).top;
  const [one] = worst;
  if (!one) return null;
  return (
    <ChartCard
      title={t('attain.title')}
      summary={[
        t('attain.summary', { n: numerator, all: denominator, percent: percent(numerator, denominator), left: denominator - numerator }),
        ...(missed(one) === 0
          ? []
          : worst.length > 1
            ? [t('attain.mosts', { n: worst.length, most: missed(one) })]
            : [t('attain.most', { name: rowLabel(one, answer), most: missed(one) })]),
      ].join(' ')}
      drawnNote={sorted.length > AT_MOST ? t('chart.most', { n: AT_MOST, all: sorted.length }) : undefined}
      definition={t('attain.definition')}
      basis={basisOf(answer)}
      head={[t('chart.unit'), t('attain.reached'), t('attain.missed')]}
      rows={sorted.map((row) => [rowLabel(row, answer), number(row.hamlets_reached.numerator), number(missed(row))])}
    >
      {(width) => (
        <StackedBars
          width={width}
          done={t('attain.reached')}
          missed={t('attain.missed')}
          parts={sorted.slice(0, AT_MOST).map((row) => ({ name: rowLabel(row, answer), done: row.hamlets_reached.numerator, all: row.hamlets_reached.denominator }))}
        />
      )}
    </ChartCard>
  );
};

export const Charts = ({ answer }: { answer: Shown }) => {
  // One hamlet or one team has nothing to be set beside.
  const rows = answer.by === 'district' || answer.by === 'commune' ? answer.rows.filter(({ unit, hamlets_reached }) => unit && hamlets_reached.denominator > 0) : [];
  return (
    <div class="charts">
      <Trend answer={answer} />
      {rows.length > 1 && <Compare answer={answer} rows={rows} />}
      {rows.length > 1 && <Attainment answer={answer} rows={rows} />}
    </div>
  );
};
