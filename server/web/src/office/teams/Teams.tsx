// D4: the teams of the area, and a new one.
import { useEffect, useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { TeamKind, TeamRow } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { day, number } from '../../i18n/formats';
import { go, hrefWith, place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Icon, Name, Notice, Picker } from '../../ui';
import { t } from './i18n';
import { Requests } from '../join/Requests';
import { Paged } from '../Paged';
import { workUnit } from '../shell/current';
import { PRINT_PATH } from '../paper/paths';
import { hrefOf } from '../shell/pages';
import { Filters } from '../shell/Filters';
import { usePages } from '../../data/usePages';
import { fullName } from '../../data/units';
import { useWide } from '../useWide';
import { called } from './called';
import { TEAM_KINDS } from './kinds';
import { NewTeam } from './NewTeam';
import { justAdded, justDeleted } from './justDone';
import { shortTeam } from './names';
import { closest } from './order';

const hrefOfTeam = (id: number): string => {
  const query = hrefWith({ kind: null }).split('?')[1];
  return `${OFFICE}to/${id}${query ? `?${query}` : ''}`;
};
/** The kind goes along: the cards are those of the teams on screen. */
const hrefOfSheet = (): string => hrefWith({}).replace(/to\b/, 'to/the-qr');

/** Sheets to write on, for every team here. */
const hrefOfPaper = (): string => {
  const [path] = hrefOf('paper', PRINT_PATH).split('?');
  return `${path}?all=1${workUnit.value === null ? '' : `&unit=${workUnit.value}`}`;
};

/** Everybody in the teams here, as one workbook. */
const hrefOfList = (kind: TeamKind | null): string => {
  const query = new URLSearchParams({ ...(workUnit.value !== null && { unit: String(workUnit.value) }), ...(kind && { kind }) }).toString();
  return `/api/v1/reports/teams.xlsx${query && `?${query}`}`;
};

/** Beyond these, somebody looks for one by name. */
const ROWS = 200;

const Leader = ({ name, phone }: NonNullable<TeamRow['leader']>) => (
  <>
    {name}
    {phone && (
      <a class="quiet small under-left" href={`tel:${phone}`}>
        {spacedPhone(phone)}
      </a>
    )}
  </>
);

const List = ({ teams }: { teams: readonly TeamRow[] }) => (
  <div class="card card-table">
    <table class="table teams">
      <caption class="unseen">{t('teams.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('teams.name')}</th>
          <th scope="col">{t('teams.kind')}</th>
          <th scope="col">{t('teams.home')}</th>
          <th scope="col">{called(t('member.leader'), teams.every(({ kind }) => kind === 'agency') ? 'agency' : 'hamlet')}</th>
          <th scope="col" class="numbers">
            {t('teams.members')}
          </th>
          <th scope="col" class="numbers">
            {t('teams.founded')}
          </th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              <a href={hrefOfTeam(team.id)}>{shortTeam(team.name)}</a>
              {team.dissolved_on && <span class="quiet small"> · {t('teams.dissolved', { date: day(team.dissolved_on) })}</span>}
              {team.dissolves_on && <span class="quiet small"> · {t('teams.dissolves', { date: day(team.dissolves_on) })}</span>}
            </th>
            <td class="kind">
              {t(`kind.${team.kind}`)}
              {team.is_pilot && <span class="quiet small under-left">{t('teams.pilot')}</span>}
            </td>
            <td>
              <Name of={fullName(team.home)} />
            </td>
            <td data-label={called(t('member.leader'), team.kind)}>{team.leader ? <Leader {...team.leader} /> : <span class="quiet">{t('teams.no_leader')}</span>}</td>
            <td class="numbers" data-label={t('teams.members')}>{number(team.members)}</td>
            <td class="numbers" data-label={t('teams.founded')}>{day(team.founded_on)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Five words side by side are too many for a phone. */
const Kinds = ({ kind }: { kind: TeamKind | null }) => {
  const isWide = useWide(700);
  const choose = (value: TeamKind | 'all') => setQuery({ kind: value === 'all' ? null : value });
  const options = [{ value: 'all' as const, label: t('teams.all') }, ...TEAM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))];
  const shared = { id: 'kind', value: kind ?? ('all' as const), onValue: choose, options };
  return isWide ? <Choice look="segments" legend={t('teams.kind')} legendHidden {...shared} /> : <Picker look="bar" label={t('teams.kind')} {...shared} />;
};

const Search = ({ typed, onTyped }: { typed: string; onTyped: (typed: string) => void }) => (
  <label class="picker-search">
    <Icon name="search" size={20} />
    <span class="unseen">{t('teams.search')}</span>
    <input class="input" type="search" id="team-search" placeholder={t('teams.search')} value={typed} onInput={(event) => onTyped(event.currentTarget.value)} />
  </label>
);

const works = ({ dissolved_on }: TeamRow): boolean => dissolved_on === null;

type FoundProps = { shown: readonly TeamRow[]; past: number; withPast: boolean; setWithPast: (withPast: boolean) => void };

/** Those that match, of the ones that work; the others are asked for. */
const Found = ({ shown, past, withPast, setWithPast }: FoundProps) => (
  <div class="stack">
    {shown.length === 0 ? <EmptyState icon="search" title={t('teams.none_found')} /> : <List teams={shown.slice(0, ROWS)} />}
    {shown.length > ROWS && <p class="quiet">{t('teams.first', { n: ROWS })}</p>}
    {past > 0 && (
      <Button kind="quiet" onClick={() => setWithPast(!withPast)}>
        {withPast ? t('teams.hide_past') : t('teams.show_past', { n: past })}
      </Button>
    )}
  </div>
);

export const Teams = () => {
  const kind = TEAM_KINDS.find((one) => one === place.value.query.get('kind')) ?? null;
  const unit = workUnit.value;
  const pages = usePages(
    (cursor) =>
      ok(api.GET('/api/v1/teams', { params: { query: { ...(unit !== null && { unit }), ...(kind && { kind }), ...(cursor && { cursor }), limit: 100 } } })),
    [unit, kind],
  );
  const [adding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  // All of them: they are sorted and searched here.
  useEffect(() => {
    if (pages.hasMore && !pages.loading && pages.failure === null) pages.more();
  });
  const add = may('team.manage') && (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('teams.add')}
    </Button>
  );
  useEffect(() => () => void (justDeleted.value = null), []);
  const [withPast, setWithPast] = useState(false);
  const found = closest(pages.items ?? [], typed);
  const shown = withPast ? found : found.filter(works);
  const n = pages.items?.filter(works).length ?? 0;
  return (
    <>
      <Filters whole />
      <div class="page-head">
        <h1>{pages.items === null ? t('nav.teams') : t(pages.hasMore ? 'teams.title_more' : 'teams.title', { n: shown.length })}</h1>
        <div class="row">
          {may('report.download') && n > 0 && (
            <Button icon="download" href={hrefOfList(kind)} download>
              {t('teams.download')}
            </Button>
          )}
          {may('team.manage') && n > 0 && (
            <Button icon="print" href={hrefOfPaper()}>
              {t('print.all_teams')}
            </Button>
          )}
          {may('team.manage') && n > 0 && (
            <Button icon="print" href={hrefOfSheet()}>
              {t('sheet.action')}
            </Button>
          )}
          {add}
        </div>
      </div>
      {justDeleted.value !== null && <Notice tone="approved" title={t('teams.was_deleted', { name: justDeleted.value })} live />}
      {may('team.manage') && <Requests {...(unit !== null && { unit })} />}
      <div class="find">
        <Kinds kind={kind} />
        <div class="find-receipt">
          <Search typed={typed} onTyped={setTyped} />
        </div>
      </div>
      <Paged pages={pages} empty={<EmptyState icon="people" title={t('teams.empty')} action={add || undefined} />}>
        {() => <Found shown={shown} past={found.filter((team) => !works(team)).length} withPast={withPast} setWithPast={setWithPast} />}
      </Paged>
      {adding && (
        <NewTeam
          onClose={() => setAdding(false)}
          onAdded={(team) => {
            setAdding(false);
            justAdded.value = team.id;
            go(hrefOfTeam(team.id));
          }}
        />
      )}
    </>
  );
};
