// D3: which hamlets nobody has reached, from the province down to one of them.
import { useState } from 'preact/hooks';
import { api, isProblem, ok } from '../../api/client';
import type { Coverage, Rollup } from '../../api/types';
import { fullName } from '../../data/units';
import { period as periodName } from '../../i18n/formats';
import { inside } from '../../i18n/text';
import { hrefWith, place } from '../../router';
import { Button, EmptyState, Name } from '../../ui';
import type { Basis } from '../charts/ChartCard';
import { t } from './i18n';
import { Failed, Loaded } from '../Loaded';
import { Facts } from '../results/Facts';
import { periodLabel } from '../results/names';
import { NotOnMap } from '../results/NotOnMap';
import { Path } from '../results/Path';
import { PrintTitle } from '../results/PrintTitle';
import { Remind, RemindButton } from '../remind/Remind';
import { filters, rollup, today } from '../shell/current';
import { Filters } from '../shell/Filters';
import { type Load, useLoad } from '../../data/useLoad';
import { usePrinting } from '../usePrinting';
import { Communes } from './Communes';
import { Curve } from './Curve';
import { Doors } from './Doors';
import { Grid } from './Grid';
import { Hamlet } from './Hamlet';
import { ListDownloads } from './ListDownloads';
import { byNeed, FILTERS, fits, type Only, stateOf } from './order';
import { TileMap } from './TileMap';
import { pathOf } from './tiles';
import { stateName } from './words';

const AT_ONCE = 30;
/** A province's hamlets are thirty pages; on paper stand those of a cluster, or who is longest without. */
const ON_PAPER = 120;

const readOnly = (): Only | null => FILTERS.find((only) => only === place.value.query.get('only')) ?? null;

/** The figures of the same days beside the coverage; a hamlet's only part are its teams. */
const readFigures = ({ id, level }: Coverage['unit']) => {
  const by = level === 'hamlet' ? 'team' : 'commune';
  return ok(api.GET('/api/v1/rollups', { params: { query: { ...rollup.value, unit: id, by } } }));
};

/** Of one hamlet nobody is asked for what is there. */
const mayRemind = ({ unit, rows }: Coverage): boolean => unit.level !== 'hamlet' || rows.some((row) => stateOf(row) === 'silent');

type Parts = { coverage: Coverage; figures: Load<Rollup> };

const Head = ({ coverage, figures: { data } }: Parts) => (
  <div class="page-head">
    <div>
      <Path unit={{ ...coverage.unit, path: pathOf(coverage) }} />
      <h1>{coverage.unit.level === 'hamlet' && coverage.rows[0] ? <Name of={fullName(coverage.rows[0].unit)} /> : t('coverage.title', { period: periodLabel(filters.value) })}</h1>
      {data && <Facts period={data.period} state={data.state} by={data.by} pending={data.total.pending} />}
    </div>
    {mayRemind(coverage) && <RemindButton kind="hamlets" />}
    <PrintTitle area={fullName(coverage.unit)} map={coverage.map} asOf={coverage.as_of} state={filters.value.state} />
  </div>
);

const Hamlets = ({ coverage, only }: { coverage: Coverage; only: Only | null }) => {
  const [most, setMost] = useState(AT_ONCE);
  const rows = byNeed(coverage.rows).filter((row) => fits(row, only));
  const isPrinting = usePrinting();
  const shown = isPrinting && rows.length <= ON_PAPER ? rows.length : most;
  const rest = rows.length - shown;
  return (
    <section class="cover-part stack">
      <div class="cover-head">
        <div>
          <h2>{t('coverage.by_month')}</h2>
          <p class="quiet">{t('coverage.lead')}</p>
        </div>
        <div class="row">
          <a class="choice-face choice-link" href={hrefWith({ only: only === 'without' ? null : 'without' })} aria-current={only === 'without' ? 'true' : undefined}>
            {t('coverage.without')}
          </a>
          <ListDownloads only={only} />
        </div>
      </div>
      {only && (
        <p class="row" role="status">
          <strong>{t('coverage.shown', { n: rows.length, what: inside(only === 'without' ? t('coverage.without_of') : stateName(only)) })}</strong>
          <a href={hrefWith({ only: null })}>{t('coverage.all')}</a>
        </p>
      )}
      {rows.length === 0 ? <EmptyState icon="check" title={t('coverage.empty')} /> : <Grid rows={rows.slice(0, shown)} months={coverage.months} isOneCommune={coverage.unit.level === 'commune'} />}
      {isPrinting && rest > 0 && <p class="quiet">{t('coverage.on_paper', { n: shown, all: rows.length })}</p>}
      {rest > 0 && (
        <div class="row">
          <Button onClick={() => setMost(most + AT_ONCE)}>{t('coverage.more', { n: Math.min(rest, AT_ONCE) })}</Button>
          {rest > AT_ONCE && <Button onClick={() => setMost(rows.length)}>{t('coverage.every', { n: rows.length })}</Button>}
        </div>
      )}
    </section>
  );
};

const Answer = ({ coverage, figures }: Parts) => {
  const { unit, rows, months, map, as_of } = coverage;
  const only = readOnly();
  const month = months[months.length - 1] ?? '';
  const { days } = filters.value;
  const basis: Basis = { period: periodLabel(filters.value), from: days.from, to: days.to < today.value ? days.to : today.value, map, asOf: as_of };
  const [first] = rows;
  if (!first) return <EmptyState icon="pin" title={t('coverage.nothing')} />;
  if (unit.level === 'hamlet') return <Hamlet row={first} months={months} />;
  const hamlets = <Hamlets key={only} coverage={coverage} only={only} />;
  const isWide = unit.level !== 'commune';
  return (
    <>
      <Doors coverage={coverage} only={only} />
      {/* Who asked for some of the hamlets finds them first. */}
      {only && hamlets}
      {isWide && <TileMap coverage={coverage} basis={{ ...basis, period: periodName(month), from: `${month}-01` }} />}
      {isWide && <Communes coverage={coverage} load={figures} />}
      {!only && hamlets}
      <div class="cover-part">
        <Curve basis={basis} />
      </div>
    </>
  );
};

const WithFigures = ({ coverage }: { coverage: Coverage }) => {
  // Once the coverage is there: until then the address may name a place of another level.
  const figures = useLoad(() => readFigures(coverage.unit), [coverage]);
  return (
    <>
      <Head coverage={coverage} figures={figures} />
      <Answer coverage={coverage} figures={figures} />
    </>
  );
};

export const CoverageScreen = () => {
  const query = rollup.value;
  const load = useLoad(() => ok(api.GET('/api/v1/coverage', { params: { query } })), [JSON.stringify(query)]);
  const { failure } = load;
  const isOffMap = isProblem(failure) && failure.code === 'unit_not_on_map';
  return (
    <>
      <Filters period="always" map state asOf={load.data?.as_of} />
      {isOffMap ? (
        <NotOnMap failure={failure} />
      ) : failure && !load.loading ? (
        <Failed failure={failure} retry={load.reload} />
      ) : (
        <Loaded load={load}>
          {(coverage) => (
            <>
              <WithFigures key={coverage.unit.id} coverage={coverage} />
              <Remind />
            </>
          )}
        </Loaded>
      )}
    </>
  );
};
