// Sheets that teams wrote by hand, entered for them by an officer.
import { useEffect, useState } from 'preact/hooks';
import type { Session, Team } from '../../api/types';
import { loadCatalogue } from '../../data/catalogue';
import { useLoad } from '../../data/useLoad';
import { newUuid } from '../../data/uuid';
import { openServices } from '../../phone/form/services';
import { Button, EmptyState, Notice } from '../../ui';
import { countWork } from '../desk/work';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { Loaded } from '../Loaded';
import { today } from '../shell/current';
import { hrefOf } from '../shell/pages';
import { blankEntry, enteredOn, entryOf, nextEntry, type Entry } from './entry';
import { EntryForm } from './EntryForm';
import { keepEntry, keptEntry } from './kept';
import { allTeams, members, ownFromPaper, placesOf } from './reads';
import { TeamField } from './TeamField';
import { Today } from './Today';
import { Withdraw } from './Withdraw';
import { PRINT_PATH } from './paths';
import './paper.css';

const beginning = async () => {
  const [teams] = await Promise.all([allTeams(), loadCatalogue()]);
  return teams;
};

const begin = (team: Team, leader: number | undefined): Entry => {
  const entry = blankEntry({ id: newUuid(), team_id: team.id, place_id: team.home.id, services: openServices() });
  return { ...entry, form: { ...entry.form, kept: { ...entry.form.kept, conducted_by: leader } } };
};

const Saved = ({ session }: { session: Session }) => (
  <Notice tone="approved" title={<Unbroken of={t('paper.saved', { code: session.receipt_code, n: session.participants ?? 0 })} />} live>
    {t('paper.saved_text')}
  </Notice>
);

type SheetProps = { team: Team; changing: Session | null; isAfterSaved: boolean; onSaved: (session: Session) => void; onLeave: () => void; onWithdrawn: (id: string) => void; onStuck: () => void };

/** The sheets of one team, one after the other. */
const Sheets = ({ team, changing, isAfterSaved, onSaved, onLeave, onWithdrawn, onStuck }: SheetProps) => {
  const about = useLoad(async () => ({ people: (await members(team.id)).items, places: await placesOf(team) }), [team.id]);
  const [entry, show] = useState<Entry | null>(() => keptEntry(team.id));
  // Kept first and then shown: a reload does not wait for the next frame.
  const setEntry = (next: Entry) => {
    keepEntry(next);
    show(next);
  };
  const leader = about.data?.people.find(({ role, left_on }) => role === 'leader' && left_on === null)?.user_id;
  useEffect(() => {
    if (changing) setEntry(entryOf(changing, openServices()));
    else if (about.data && !(entry && !entry.etag && entry.form.team_id === team.id)) setEntry(begin(team, leader));
  }, [about.data, changing]);
  return (
    <Loaded load={about}>
      {({ people, places }) =>
        entry && (
          <EntryForm
            key={entry.id}
            entry={entry}
            team={team}
            members={people}
            places={places}
            isAfterSaved={isAfterSaved}
            change={setEntry}
            onSaved={(session) => {
              setEntry(changing ? begin(team, leader) : nextEntry(entry, newUuid(), openServices()));
              onSaved(session);
            }}
            onLeave={() => {
              setEntry(begin(team, leader));
              onLeave();
            }}
            onStuck={onStuck}
            onWithdrawn={(id) => {
              setEntry(begin(team, leader));
              onWithdrawn(id);
            }}
          />
        )
      }
    </Loaded>
  );
};

const Entering = ({ teams }: { teams: readonly Team[] }) => {
  const [team, setTeam] = useState<Team | null>(() => teams.find(({ id }) => id === keptEntry()?.form.team_id) ?? null);
  const [saved, setSaved] = useState<Session | null>(null);
  const [changing, setChanging] = useState<Session | null>(null);
  const own = useLoad(ownFromPaper, []);
  const [added, setAdded] = useState<readonly Session[]>([]);
  const [withdrawing, setWithdrawing] = useState<Session | null>(null);
  const withdrawn = (id: string) => {
    setSaved(null);
    setAdded((before) => before.filter((one) => one.id !== id));
    own.reload();
    void countWork();
  };
  const known = [...added, ...(own.data ?? []).filter(({ id }) => !added.some((one) => one.id === id))];
  const entered = enteredOn(known, today.value);
  const change = (session: Session) => {
    const theirs = teams.find(({ id }) => id === session.team.id);
    if (!theirs) return;
    setSaved(null);
    setTeam(theirs);
    setChanging(session);
    scrollTo(0, 0);
  };
  if (teams.length === 0) return <EmptyState icon="people" title={t('paper.no_team')} />;
  return (
    <div class="stack">
      {saved && <Saved session={saved} />}
      <TeamField
        teams={teams}
        team={team}
        choose={(chosen) => {
          setTeam(chosen);
          setChanging(null);
          setSaved(null);
        }}
      />
      {team && (
        <Sheets
          key={team.id}
          team={team}
          changing={changing}
          isAfterSaved={saved !== null}
          onSaved={(session) => {
            setSaved(session);
            setChanging(null);
            void countWork();
            setAdded((before) => [session, ...before.filter(({ id }) => id !== session.id)]);
          }}
          onLeave={() => {
            setChanging(null);
            own.reload();
          }}
          onStuck={() => setSaved(null)}
          onWithdrawn={(id) => {
            setChanging(null);
            withdrawn(id);
          }}
        />
      )}
      <Today sessions={entered} changing={changing?.id ?? null} change={change} withdraw={setWithdrawing} />
      {withdrawing && (
        <Withdraw
          entry={entryOf(withdrawing, [])}
          onClose={() => setWithdrawing(null)}
          onDone={() => {
            withdrawn(withdrawing.id);
            setWithdrawing(null);
          }}
        />
      )}
    </div>
  );
};

export const PaperScreen = () => {
  const teams = useLoad(beginning, []);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('nav.paper')}</h1>
          <p class="quiet">{t('paper.lead')}</p>
        </div>
        <Button icon="print" href={hrefOf('paper', PRINT_PATH).split('?')[0]!}>
          {t('paper.print_blank')}
        </Button>
      </div>
      <Loaded load={teams}>{(all) => <Entering teams={all} />}</Loaded>
    </>
  );
};
