// From the pilot to every hamlet: how many had a team, month by month.
import { api, ok } from '../../api/client';
import type { TeamCurve } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { day, number, percent, period as periodName } from '../../i18n/formats';
import { ChartCard, type Basis } from '../charts/ChartCard';
import { LineChart } from '../charts/LineChart';
import { share } from '../charts/scale';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { filters, rollup, today } from '../shell/current';

const WIDE = 600;

type Point = TeamCurve['points'][number];

const ratio = ({ numerator, denominator }: Point): string => `${number(numerator)}/${number(denominator)} (${percent(numerator, denominator)})`;

const Drawing = ({ points, width }: { points: readonly Point[]; width: number }) => (
  <LineChart
    width={width}
    axis={{ steps: [0, 0.25, 0.5, 0.75, 1], name: (step) => `${step * 100}%` }}
    points={points.map((point, i) => ({
      // On a phone the year of the start would stand on the next one's.
      label: (i === 0 && width > WIDE) || point.period.endsWith('-01') ? point.period.slice(0, 4) : '',
      value: share(point.numerator, point.denominator),
      said: i === points.length - 1 ? `${number(point.numerator)}/${number(point.denominator)}  ${percent(point.numerator, point.denominator)}` : `${day(point.on)}: ${ratio(point)}`,
    }))}
  />
);

export const Curve = ({ basis }: { basis: Basis }) => {
  const { unit, map } = rollup.value;
  const end = filters.value.days.to < today.value ? filters.value.days.to : today.value;
  const query = { to: end, ...(unit && { unit }), ...(map && { map }) };
  const load = useLoad(() => ok(api.GET('/api/v1/coverage/teams-series', { params: { query } })), [JSON.stringify(query)]);
  return (
    <Loaded load={load}>
      {({ points }) => {
        const [first, last] = [points[0], points[points.length - 1]];
        if (!first || !last) return null;
        return (
          <ChartCard
            title={t('curve.title')}
            summary={t(last.numerator === last.denominator ? 'curve.done' : 'curve.summary', {
              from: periodName(first.period),
              first: ratio(first),
              date: day(last.on),
              last: ratio(last),
              left: last.denominator - last.numerator,
            })}
            note={last.pilot > 0 ? t('curve.pilot', { n: last.pilot }) : undefined}
            definition={t('curve.definition')}
            basis={{ ...basis, period: `${periodName(first.period)} – ${periodName(last.period)}`, from: first.on, to: last.on }}
            head={[t('curve.day'), t('curve.with_team'), t('curve.all'), t('curve.share')]}
            rows={points.map((point) => [day(point.on), number(point.numerator), number(point.denominator), percent(point.numerator, point.denominator)])}
          >
            {(width) => <Drawing points={points} width={width} />}
          </ChartCard>
        );
      }}
    </Loaded>
  );
};
