// D3: which hamlets nobody has reached.
import { useState } from 'preact/hooks';
import { api, isProblem, ok } from '../../api/client';
import type { CoverState, Coverage } from '../../api/types';
import { number, period as periodName } from '../../i18n/formats';
import { hrefWith, place } from '../../router';
import { Button, EmptyState } from '../../ui';
import { t } from '../i18n';
import { Failed, Loaded } from '../Loaded';
import { NotOnMap } from '../results/NotOnMap';
import { filters, unitId } from '../shell/current';
import { Filters } from '../shell/Filters';
import { useLoad } from '../../data/useLoad';
import { Grid } from './Grid';
import { byNeed, COVER_STATES, stateOf } from './order';
import { Square } from './Square';

const AT_ONCE = 60;

const readShown = (): CoverState | null => COVER_STATES.find((state) => state === place.value.query.get('show')) ?? null;

const Doors = ({ summary }: Pick<Coverage, 'summary'>) => {
  const shown = readShown();
  return (
    <ul class="doors">
      {COVER_STATES.map((state) => (
        <li key={state}>
          <a
            class="card big-door"
            href={hrefWith({ show: shown === state ? null : state })}
            aria-current={shown === state ? 'true' : undefined}
          >
            <span class="figure-value">{number(summary[state])}</span>
            <span class="big-door-label">
              <Square state={state} />
              {t(`cover.${state}_long`)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};

const Rows = ({ coverage }: { coverage: Coverage }) => {
  const shown = readShown();
  const [most, setMost] = useState(AT_ONCE);
  const rows = byNeed(coverage.rows, coverage.months).filter((row) => shown === null || stateOf(row) === shown);
  if (coverage.rows.length === 0) return <EmptyState icon="pin" title={t('coverage.nothing')} />;
  if (rows.length === 0) return <EmptyState icon="check" title={t('coverage.empty')} />;
  const rest = rows.length - most;
  return (
    <div class="stack">
      {shown && (
        <p class="row">
          <strong>{t('coverage.shown', { n: rows.length, what: t(`cover.${shown}`).toLowerCase() })}</strong>
          <a href={hrefWith({ show: null })}>{t('coverage.all')}</a>
        </p>
      )}
      <Grid rows={rows.slice(0, most)} months={coverage.months} />
      {rest > 0 && <Button onClick={() => setMost(most + AT_ONCE)}>{t('coverage.more', { n: Math.min(rest, AT_ONCE) })}</Button>}
    </div>
  );
};

export const CoverageScreen = () => {
  const { period, days } = filters.value;
  // Coverage is told by the month: custom days stand for the month of their last.
  const asked = period ?? days.to.slice(0, 7);
  const unit = unitId.value;
  const query = { ...(unit !== null && { unit }), period: asked };
  const load = useLoad(() => ok(api.GET('/api/v1/coverage', { params: { query } })), [unit, asked]);
  const { failure } = load;
  const isOffMap = isProblem(failure) && failure.code === 'unit_not_on_map';
  return (
    <>
      <Filters period="always" asOf={load.data?.as_of} />
      <div class="page-head">
        <div>
          <h1>{t('coverage.title', { period: periodName(asked) })}</h1>
          <p class="quiet">{t('coverage.lead')}</p>
        </div>
      </div>
      {isOffMap ? (
        <NotOnMap failure={failure} />
      ) : failure && !load.loading ? (
        <Failed failure={failure} retry={load.reload} />
      ) : (
        <Loaded load={load}>
          {(coverage) => (
            <>
              <Doors summary={coverage.summary} />
              <Rows key={readShown()} coverage={coverage} />
            </>
          )}
        </Loaded>
      )}
    </>
  );
};
