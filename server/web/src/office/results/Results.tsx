// D6: the rollup of an area: a table to walk down, the pictures of it, the files of it.
import { useEffect, useState } from 'preact/hooks';
import { api, isProblem, ok } from '../../api/client';
import type { Rollup } from '../../api/types';
import { place, setQuery } from '../../router';
import { Choice, EmptyState } from '../../ui';
import { Charts } from '../charts/Charts';
import { loadCatalogue } from '../../data/catalogue';
import { t } from './i18n';
import { Failed, Loaded } from '../Loaded';
import { filters, rollup } from '../shell/current';
import { Filters } from '../shell/Filters';
import { useLoad } from '../../data/useLoad';
import { Behind } from './Behind';
import { groupsOf, isOfServices, levelsBelow, type Group } from './cells';
import { Downloads } from './Downloads';
import { Facts } from './Facts';
import { NotOnMap } from './NotOnMap';
import { codes, periodLabel, type Shown } from './names';
import { Path } from './Path';
import { PrintTitle } from './PrintTitle';
import { Table } from './Table';

const Heading = ({ answer }: { answer: Shown }) => {
  const { period, state, total, by } = answer;
  return (
    <div class="page-head">
      <div>
        <Path unit={answer.unit} />
        <h1>{t('results.title', { period: periodLabel(answer.asked), by: t(`by_title.${by}`) })}</h1>
        <Facts period={period} state={state} by={by} pending={total.pending} />
      </div>
      <Downloads />
      <PrintTitle area={answer.unit.full_name ?? answer.unit.name} map={answer.map} asOf={answer.as_of} state={state} />
    </div>
  );
};

type SwitchesProps = { answer: Rollup; groups: readonly Group[]; group: Group };

const Switches = ({ answer, groups, group }: SwitchesProps) => (
  <div class="switches">
    {answer.unit.level !== 'hamlet' && (
      <Choice
        id="by"
        look="segments"
        legend={t('results.level')}
        legendHidden
        value={answer.by}
        onValue={(by) => setQuery({ by, cell: null, row: null })}
        options={levelsBelow(answer.unit.level).map((value) => ({ value, label: t(`by.${value}`) }))}
      />
    )}
    <Choice
      id="group"
      look="segments"
      legend={t('results.groups')}
      legendHidden
      value={group}
      onValue={(name) => setQuery({ group: name === 'overview' ? null : name })}
      options={groups.map((value) => ({ value, label: t(`group.${value}`) }))}
    />
  </div>
);

const Answer = ({ answer }: { answer: Shown }) => {
  const groups = groupsOf(answer.by, answer.total, codes());
  const group = groups.find((name) => name === place.value.query.get('group')) ?? 'overview';
  const cell = place.value.query.get('cell');
  const isEmpty = answer.total.sessions.all === 0 && answer.total.pending === 0;
  return (
    <>
      <Heading answer={answer} />
      <Switches answer={answer} groups={groups} group={group} />
      {isEmpty && <EmptyState icon="calendar" title={t('results.empty')}>{t('results.empty_hint')}</EmptyState>}
      <Table answer={answer} group={group} />
      {isOfServices(group) && <p class="quiet small table-note">{t('group.services_note')}</p>}
      {group === 'people' && <p class="quiet small table-note">{t('group.people_note')}</p>}
      <Charts answer={answer} />
      {cell && <Behind key={`${cell} ${place.value.query.get('row')}`} answer={answer} cell={cell} row={place.value.query.get('row')} />}
    </>
  );
};

export const Results = () => {
  const query = rollup.value;
  const asked = filters.value;
  const load = useLoad(
    async (): Promise<Shown> => ({ ...(await ok(api.GET('/api/v1/rollups', { params: { query } }))), asked }),
    [JSON.stringify(query)],
  );
  const [ready, setReady] = useState(false);
  useEffect(() => void loadCatalogue().finally(() => setReady(true)), []);
  // A hamlet's only part is itself: what there is to see in it are its teams.
  const isUndivided = load.data?.unit.level === 'hamlet' && load.data.by !== 'team';
  useEffect(() => {
    if (isUndivided) setQuery({ by: 'team', row: null });
  }, [isUndivided]);
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
        <Loaded load={ready && !isUndivided ? load : { ...load, data: null }}>{(answer) => <Answer answer={answer} />}</Loaded>
      )}
    </>
  );
};

