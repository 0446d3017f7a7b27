// P3: who records and for whom, what waits for a hand, and the one thing to do.
import { useEffect, useState } from 'preact/hooks';
import { me, OFFICE } from '../../account/account';
import { shortDay } from '../../i18n/formats';
import { Button, Chip, EmptyState, IconButton, Loading, Notice, Picker, Section } from '../../ui';
import { t } from '../i18n';
import { Leave } from '../me/Leave';
import { refresh, refused, sending, unsent, waiting } from '../outbox/outbox';
import { ACCOUNT, NIL, SESSIONS, sessionPath } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { refusalTitle } from '../sessions/Refused';
import { own, returned } from '../sessions/own';
import { heardAt, pullChanges, pullFailure } from '../sessions/pull';
import { SessionRow } from '../sessions/Row';
import { quoted, reasonsText } from '../sessions/words';
import { store } from '../store/open';
import type { CachedSession } from '../store/schema';
import { Asking } from '../team/Asking';
import { chosenTeam, team, teamOptions, teams } from '../team/team';
import { thisMonth } from '../../data/clock';
import { Running, TallyButton } from '../tally/Running';
import { Begin } from './Begin';
import { Month } from './Month';
import { happened, useTotal } from './useTotal';

const RECENT = 5;

const OutboxChip = () => {
  if (sending.value.length > 0) return <Chip tone="pending" icon="send">{t('state.sending')}</Chip>;
  if (refused().length > 0) return <Chip tone="returned" icon="warning">{t('home.refused', { n: refused().length })}</Chip>;
  if (waiting().length > 0) return <Chip tone="pending" icon="refresh">{t('home.unsent', { n: waiting().length })}</Chip>;
  if (!store.value?.isDurable) return <Chip tone="pending" icon="warning">{t('home.unread')}</Chip>;
  return <Chip tone="approved" icon="check">{t('home.all_sent')}</Chip>;
};

const Head = () => {
  const [leaves, setLeaves] = useState(false);
  return (
    <header class="home-head">
      <div class="home-who">
        <h1>
          <span class="unseen">{t('home.recording_as')} </span>
          {me.value?.user.name}
        </h1>
        <p class="quiet">{team.value?.name}</p>
      </div>
      <IconButton icon="person" label={t('account.title')} href={ACCOUNT} />
      <div class="home-state">
        <span role="status">
          <OutboxChip />
        </span>
        <button class="link" type="button" onClick={() => setLeaves(true)}>
          {t('home.not_you')}
        </button>
      </div>
      <Leave open={leaves} onClose={() => setLeaves(false)} title={t('home.not_you')} />
    </header>
  );
};

const words = ({ review }: CachedSession): string => (review?.comment ? quoted(review.comment) : reasonsText(review?.reasons ?? []));

const Returned = ({ items }: { items: readonly CachedSession[] }) => {
  const [first] = items;
  if (!first) return null;
  return (
    <Notice tone="returned" title={t('home.returned', { n: items.length })} href={items.length === 1 ? sessionPath(first.id) : `${SESSIONS}?loc=returned`}>
      {items.slice(0, 2).map((session) => (
        <span class="line" key={session.id}>
          {shortDay(session.date)} · {words(session)}
        </span>
      ))}
    </Notice>
  );
};

const Stuck = () => {
  const [first] = refused();
  if (!first) return null;
  const many = refused().length > 1;
  return (
    <Notice tone="returned" icon="warning" title={t('home.refused', { n: refused().length })} href={many ? `${SESSIONS}?loc=unsent` : sessionPath(first.id)}>
      {first.refusal && (first.refusal.errors[0]?.detail || refusalTitle(first.refusal))}
    </Notice>
  );
};

const Recent = () => {
  const items = own.value.slice(0, RECENT);
  if (items.length === 0 && heardAt.value === null) return pullFailure.value ? <Failed why={pullFailure.value} onRetry={() => void pullChanges()} /> : <Loading />;
  if (items.length === 0) return unsent.value.length === 0 && store.value?.isDurable ? <p class="quiet centred">{t('home.none')}</p> : null;
  return (
    <Section title={t('home.recent')}>
      <ul class="card card-tight rows">
        {items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  );
};

/** The database did not open; what is in there is still in there. */
const Unread = () => (
  <Notice tone="pending" icon="warning" title={t('home.unread_now')} live>
    <span class="line">{t('home.unread_help')}</span>
    <button class="link" type="button" onClick={() => location.reload()}>
      {t('home.reopen')}
    </button>
  </Notice>
);

const Sessions = () => {
  const month = thisMonth();
  const lead = team.value?.id ?? 0;
  const total = useTotal(lead, month);
  return (
    <>
      <Running />
      <Begin />
      {/* Whatever is told comes below the button, whether it was there or arrives: nothing moves under the finger. */}
      <Returned items={returned.value} />
      <Stuck />
      <Asking />
      <TallyButton />
      <Month month={month} total={total} />
      <Recent />
      {happened(total?.value, lead, month) === 0 && (
        <Button kind="quiet" wide href={NIL}>
          {t('nil.link')}
        </Button>
      )}
    </>
  );
};

const NoTeam = () =>
  me.value?.user.role === 'volunteer' ? (
    <EmptyState icon="people" title={t('home.no_team')} />
  ) : (
    <EmptyState icon="people" title={t('home.for_teams')} action={<Button href={OFFICE}>{t('home.office')}</Button>} />
  );

export const Home = () => {
  // The count on the spot may have made or taken the draft meanwhile.
  useEffect(() => void (store.value && refresh(store.value)), []);
  useEffect(() => void pullChanges(), []);
  return (
    <Page title={t('tab.home')} head={<Head />}>
      <div class="stack">
        {teams().length > 1 && team.value && (
          <Picker id="team" label={t('home.team')} value={String(team.value.id)} options={teamOptions()} onValue={(value) => (chosenTeam.value = Number(value))} />
        )}
        {store.value && !store.value.isDurable && <Unread />}
        {team.value ? <Sessions /> : <NoTeam />}
      </div>
    </Page>
  );
};
