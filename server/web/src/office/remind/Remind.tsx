// Reminders ready to send: whom to ask, in words that an officer would use.
import { useState } from 'preact/hooks';
import { may, me } from '../../account/account';
import { api, isProblem, ok } from '../../api/client';
import type { IdleTeam, RollupQuery } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { period as periodName } from '../../i18n/formats';
import { hrefWith, place, setQuery } from '../../router';
import { Button, Choice, EmptyState, SidePanel } from '../../ui';
import { readIdle } from '../desk/IdleTeams';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { counterpartsOf } from '../results/NotOnMap';
import { hasSeveral, home, ownNames, todays, unitDetail } from '../shell/areas';
import { filters, rollup, today, unitId } from '../shell/current';
import { hamletGroups, teamGroups, type About } from './message';
import { NOTHING_TYPED } from './typed';
import { Writing, type Typing } from './Writing';

type Kind = About['kind'];
const PAGE = 200;
/** Nobody sends a reminder to more than these at once. */
const AT_MOST = 1000;

const readKind = (): Kind | null => {
  const asked = place.value.query.get('remind');
  return asked === 'hamlets' || asked === 'teams' ? asked : null;
};

const aboutOf = (kind: Kind, month: string, area: string): About => {
  const user = me.value?.user;
  return {
    kind,
    month,
    today: today.value,
    area,
    officer: { name: user?.name ?? '', role: user?.role ?? 'officer' },
    officerArea: hasSeveral.value ? ownNames.value : home.value ? fullName(home.value) : area,
    link: `${location.origin}/`,
  };
};

const readOne = (query: RollupQuery) => ok(api.GET('/api/v1/coverage', { params: { query } }));

/** Nobody lives in a unit that is no more: those of the units that have its land now are asked. */
const readOfToday = async (query: RollupQuery) => {
  try {
    return [await readOne(query)];
  } catch (failure) {
    const now = isProblem(failure) && failure.code === 'unit_not_on_map' ? counterpartsOf(failure) : [];
    if (now.length === 0) throw failure;
    return Promise.all(now.map(({ id }) => readOne({ ...query, unit: id })));
  }
};

/** Of the area shown, or of each of somebody's areas where the screen shows them all. */
const readCover = async (query: RollupQuery, isAll: boolean) => {
  const [first, ...others] = await (isAll ? Promise.all(todays.value.map(({ id }) => readOne({ ...query, unit: id }))) : readOfToday(query));
  if (!first) throw new Error('nobody has no area and several at once');
  const all = [first, ...others];
  return {
    area: isAll ? ownNames.value : all.map(({ unit }) => fullName(unit)).join(', '),
    months: first.months,
    rows: all.flatMap(({ rows }) => rows),
    without: all.reduce((n, { summary }) => n + summary.no_team, 0),
  };
};

type Topic = Typing & { isAll: boolean };

const Hamlets = ({ isAll, ...typing }: Topic) => {
  // What waits for review was held: its team has nothing to be reminded of.
  // Whoever is asked lives in the communes of today, whichever the figures are laid out on.
  const query = { ...rollup.value, state: 'provisional' as const, map: today.value };
  const load = useLoad(() => readCover(query, isAll), [JSON.stringify(query), isAll]);
  return (
    <Loaded load={load}>
      {({ area, rows, months, without }) => {
        const month = months[months.length - 1] ?? today.value.slice(0, 7);
        const groups = hamletGroups(rows);
        return (
          <div class="stack">
            <p class="quiet">
              {t('remind.counted')} {without > 0 && t('remind.no_team', { n: without })}
            </p>
            {groups.length === 0 ? (
              <EmptyState icon="check" title={t('remind.nobody')}>{t('remind.nobody_hamlets', { month: periodName(month) })}</EmptyState>
            ) : (
              <Writing groups={groups} about={aboutOf('hamlets', month, area)} {...typing} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
};

const readAllIdle = async (unit: number | null): Promise<IdleTeam[]> => {
  const found: IdleTeam[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readIdle>> = await readIdle(unit, PAGE, cursor ?? undefined);
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null && found.length < AT_MOST);
  return found;
};

const Teams = ({ isAll, ...typing }: Topic) => {
  const unit = unitId.value;
  const load = useLoad(async () => {
    const teams = await readAllIdle(isAll ? null : unit);
    return { teams, area: isAll ? ownNames.value : unit === null ? '' : fullName(await unitDetail(unit)) };
  }, [unit, isAll]);
  return (
    <Loaded load={load}>
      {({ teams, area }) =>
        teams.length === 0 ? (
          <EmptyState icon="check" title={t('remind.nobody')}>{t('remind.nobody_teams')}</EmptyState>
        ) : (
          <div class="stack">
            <p class="quiet">{t('remind.counted_teams')}</p>
            <Writing groups={teamGroups(teams)} about={aboutOf('teams', today.value.slice(0, 7), area)} {...typing} />
          </div>
        )
      }
    </Loaded>
  );
};

/** Opens the panel wherever it stands. */
export const RemindButton = ({ kind }: { kind: Kind }) => (
  <Button icon="send" href={hrefWith({ remind: kind })}>
    {t('remind.open')}
  </Button>
);

const Reminding = ({ kind, ...topic }: Topic & { kind: Kind }) => {
  const kinds: Kind[] = may('session.review') ? ['hamlets', 'teams'] : ['hamlets'];
  return (
    <div class="stack" key={unitId.value}>
      {kinds.length > 1 && (
        <Choice
          id="remind-kind"
          look="list"
          legend={t('remind.about')}
          legendHidden
          value={kind}
          onValue={(remind) => setQuery({ remind })}
          options={kinds.map((value) => ({ value, label: t(`remind.${value}`) }))}
        />
      )}
      {kind === 'teams' ? <Teams {...topic} /> : <Hamlets {...topic} />}
    </div>
  );
};

/** `whole`: without a choice, about all of somebody's areas, as the screen is. */
export const Remind = ({ whole = false }: { whole?: boolean }) => {
  const kind = readKind();
  const isAll = whole && hasSeveral.value && filters.value.unit === null;
  // Here, for the panel may be closed and opened again.
  const [typed, setTyped] = useState(NOTHING_TYPED);
  return (
    <SidePanel open={kind !== null} onClose={() => setQuery({ remind: null })} title={t('remind.title')}>
      {kind && <Reminding kind={kind} isAll={isAll} typed={typed} setTyped={setTyped} />}
    </SidePanel>
  );
};
