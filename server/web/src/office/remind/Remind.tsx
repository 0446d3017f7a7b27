// Reminders ready to send: whom to ask, in words that an officer would use.
import { may, me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { IdleTeam } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { period as periodName } from '../../i18n/formats';
import { hrefWith, place, setQuery } from '../../router';
import { Button, Choice, EmptyState, SidePanel } from '../../ui';
import { readIdle } from '../desk/IdleTeams';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { home, unitDetail } from '../shell/areas';
import { rollup, today, unitId, workUnit } from '../shell/current';
import { hamletGroups, teamGroups, type About } from './message';
import { Writing } from './Writing';

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
    officerArea: home.value ? fullName(home.value) : area,
    link: `${location.origin}/`,
  };
};

const Hamlets = () => {
  // What waits for review was held: its team has nothing to be reminded of.
  // Whoever is asked lives in the communes of today, whichever the figures are laid out on.
  const query = { ...rollup.value, state: 'provisional' as const, map: today.value };
  const load = useLoad(() => ok(api.GET('/api/v1/coverage', { params: { query } })), [JSON.stringify(query)]);
  return (
    <Loaded load={load}>
      {({ unit, rows, months, summary }) => {
        const month = months[months.length - 1] ?? today.value.slice(0, 7);
        const groups = hamletGroups(rows);
        return (
          <div class="stack">
            <p class="quiet">
              {t('remind.counted')} {summary.no_team > 0 && t('remind.no_team', { n: summary.no_team })}
            </p>
            {groups.length === 0 ? (
              <EmptyState icon="check" title={t('remind.nobody')}>{t('remind.nobody_hamlets', { month: periodName(month) })}</EmptyState>
            ) : (
              <Writing groups={groups} about={aboutOf('hamlets', month, fullName(unit))} />
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

const Teams = () => {
  const unit = unitId.value;
  const load = useLoad(
    async () => ({ teams: await readAllIdle(workUnit.value), area: unit === null ? null : await unitDetail(unit) }),
    [unit],
  );
  return (
    <Loaded load={load}>
      {({ teams, area }) =>
        teams.length === 0 ? (
          <EmptyState icon="check" title={t('remind.nobody')}>{t('remind.nobody_teams')}</EmptyState>
        ) : (
          <div class="stack">
            <p class="quiet">{t('remind.counted')}</p>
            <Writing groups={teamGroups(teams)} about={aboutOf('teams', today.value.slice(0, 7), area ? fullName(area) : '')} />
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

export const Remind = () => {
  const kind = readKind();
  const kinds: Kind[] = may('session.review') ? ['hamlets', 'teams'] : ['hamlets'];
  return (
    <SidePanel open={kind !== null} onClose={() => setQuery({ remind: null })} title={t('remind.title')}>
      {kind && (
        <div class="stack" key={`${kind} ${unitId.value}`}>
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
          {kind === 'teams' ? <Teams /> : <Hamlets />}
        </div>
      )}
    </SidePanel>
  );
};
