// D7: places side by side, by one figure, fairly.
import { useEffect, useState } from 'preact/hooks';
import { api, isProblem, ok } from '../../api/client';
import type { Comparison, UnitDetail } from '../../api/types';
import { loadCatalogue } from '../../data/catalogue';
import { fullName } from '../../data/units';
import { useLoad } from '../../data/useLoad';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Picker } from '../../ui';
import { t } from './i18n';
import { Failed, Loaded } from '../Loaded';
import { Facts } from '../results/Facts';
import { cellName, codes, periodLabel } from '../results/names';
import { NotOnMap } from '../results/NotOnMap';
import { Path } from '../results/Path';
import { PrintTitle } from '../results/PrintTitle';
import { unitDetail } from '../shell/areas';
import { filters, rollup, unitId } from '../shell/current';
import { Filters } from '../shell/Filters';
import { Bars } from './Bars';
import { figuresOf, levelsOf, perOf, SORTS, type Level, type Per, type Sort } from './figures';
import { perText } from './words';

const TOTALS = 'none';

const figureAsked = (offered: readonly string[]): string => {
  const asked = place.value.query.get('figure');
  return offered.find((cell) => cell === asked) ?? 'participants';
};

const perAsked = (cell: string): Per | null => (place.value.query.get('per') === TOTALS ? null : perOf(cell));

const sortAsked = (): Sort => SORTS.find((sort) => sort === place.value.query.get('sort')) ?? 'rank';

// What was asked for is marked at once; the numbers follow.
const Controls = ({ levels, by }: { levels: readonly Level[]; by: Level }) => {
  const figures = figuresOf(codes().services, by);
  const cell = figureAsked(figures);
  const per = perOf(cell);
  return (
    <div class="switches compare-controls">
      <Picker
        id="figure"
        look="bar"
        label={t('compare.figure')}
        value={cell}
        onValue={(figure) => setQuery({ figure })}
        options={figures.map((value) => ({ value, label: cellName(value) }))}
      />
      <Choice
        id="by"
        look="segments"
        legend={t('compare.levels')}
        legendHidden
        value={levels.find((level) => level === filters.value.by) ?? by}
        onValue={(level) => setQuery({ by: level })}
        options={levels.map((value) => ({ value, label: t(`by.${value}`) }))}
      />
      {per && (
        <Choice
          id="per"
          look="segments"
          legend={t('compare.per')}
          legendHidden
          value={perAsked(cell) ?? TOTALS}
          onValue={(value) => setQuery({ per: value === TOTALS ? value : null })}
          options={[
            { value: per, label: perText(per) },
            { value: TOTALS, label: perText(null) },
          ]}
        />
      )}
    </div>
  );
};

type AnswerProps = { answer: Comparison; levels: readonly Level[]; path: UnitDetail['path'] };

const Answer = ({ answer, levels, path }: AnswerProps) => {
  const { by, per, bases, rows } = answer;
  const isBaseless = per !== null && bases.unknown === rows.length;
  return (
    <>
      <div class="page-head">
        <div>
          <Path unit={{ ...answer.unit, path }} />
          <h1>{t('compare.title', { level: t(`by_title.${by}`), period: periodLabel(filters.value) })}</h1>
          <Facts period={answer.period} state={answer.state} by={by} pending={answer.pending} />
        </div>
        <PrintTitle area={fullName(answer.unit)} map={answer.map} asOf={answer.as_of} state={answer.state} />
      </div>
      <Controls levels={levels} by={by} />
      {rows.length === 0 ? (
        <EmptyState icon="pin" title={t('compare.nothing')} />
      ) : isBaseless ? (
        <EmptyState
          icon="people"
          title={t('compare.no_base', { what: t(`base.${per}`) })}
          action={<Button kind="primary" onClick={() => setQuery({ per: TOTALS })}>{t('compare.no_base_action')}</Button>}
        >
          {t('compare.no_base_text')}
        </EmptyState>
      ) : (
        <Bars answer={answer} sort={sortAsked()} />
      )}
    </>
  );
};

export const CompareScreen = () => {
  const [ready, setReady] = useState(false);
  useEffect(() => void loadCatalogue().finally(() => setReady(true)), []);
  const unit = unitId.value;
  const detail = useLoad(() => (unit === null ? Promise.resolve(null) : unitDetail(unit)), [unit]);
  const levels = detail.data?.id === unit && detail.data ? levelsOf(detail.data.level) : null;
  const asked = filters.value.by;
  const by = levels?.find((level) => level === asked);
  const cell = figureAsked(figuresOf(codes().services, by ?? 'commune'));
  const per = perAsked(cell);
  const { by: _, ...rest } = rollup.value;
  const query = { ...rest, cell, ...(by && { by }), ...(per && { per }) };
  const isAsked = ready && levels !== null && levels.length > 0;
  const load = useLoad(
    () => (isAsked ? ok(api.GET('/api/v1/rollups/comparison', { params: { query } })) : Promise.resolve(null)),
    [JSON.stringify(query), isAsked],
  );
  const { failure } = load;
  const isOffMap = isProblem(failure) && failure.code === 'unit_not_on_map';
  return (
    <>
      <Filters period="always" map state asOf={load.data?.as_of} />
      {isOffMap ? (
        <NotOnMap failure={failure} />
      ) : failure && !load.loading ? (
        <Failed failure={failure} retry={load.reload} />
      ) : levels?.length === 0 ? (
        <EmptyState icon="pin" title={t('compare.alone')}>{t('compare.alone_text')}</EmptyState>
      ) : (
        <Loaded load={load.data ? { ...load, data: load.data } : { ...load, data: null }}>{(answer) => <Answer answer={answer} levels={levels ?? []} path={detail.data?.path ?? []} />}</Loaded>
      )}
    </>
  );
};
