// P3: who records and for whom, what waits for a hand, and the one thing to do.
import { useState } from 'preact/hooks';
import { me, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Session } from '../../api/types';
import { shortDay, time } from '../../i18n/formats';
import { Button, Chip, EmptyState, Loading, Notice, Picker, Section } from '../../ui';
import { t } from '../i18n';
import { Leave } from '../me/Leave';
import { receipts, refused, sending, unsent, waiting } from '../outbox/outbox';
import { NIL, RECORD, SESSIONS, sessionPath } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { refusalTitle } from '../sessions/Refused';
import { remember } from '../sessions/recent';
import { since, withReceived } from '../sessions/received';
import { SessionRow } from '../sessions/Row';
import { quoted, reasonsText } from '../sessions/words';
import { store } from '../store/open';
import { chosenTeam, team, teamOptions, teams } from '../team/team';
import { useLoad } from '../../data/useLoad';
import { thisMonth } from '../../data/clock';
import { useOnline } from '../../data/useOnline';
import { NEW } from '../form/start';
import { Running, TallyButton } from '../tally/Running';
import { Month } from './Month';
import { happened, useMonth } from './useMonth';

const RECENT = 5;
const mine = (more: { state?: 'returned'; limit: number }) =>
  ok(api.GET('/api/v1/sessions', { params: { query: { mine: 'true', ...more } } }));

const OutboxChip = () => {
  if (sending.value) return <Chip tone="pending" icon="send">{t('state.sending')}</Chip>;
  if (refused().length > 0) return <Chip tone="returned" icon="warning">{t('home.refused', { n: refused().length })}</Chip>;
  if (waiting().length > 0) return <Chip tone="pending" icon="refresh">{t('home.unsent', { n: waiting().length })}</Chip>;
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

const words = ({ review }: Session): string => (review?.comment ? quoted(review.comment) : reasonsText(review?.reasons ?? []));

const Returned = ({ items }: { items: Session[] }) => {
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

const Unfinished = () => {
  const { data: draft } = useLoad(async () => store.value?.drafts.get(NEW), [store.value]);
  if (!draft) return null;
  return <Notice tone="plain" icon="pencil" title={t('home.draft', { time: time(draft.savedAt) })} href={RECORD} />;
};

const Stuck = () => {
  const [first] = refused();
  if (!first) return null;
  const many = refused().length > 1;
  return (
    <Notice tone="returned" icon="warning" title={t('home.refused', { n: refused().length })} href={many ? `${SESSIONS}?loc=unsent` : sessionPath(first.id)}>
      {first.refusal && (first.refusal.errors[0]?.detail ?? refusalTitle(first.refusal))}
    </Notice>
  );
};

const Recent = ({ items }: { items: Session[] }) =>
  items.length === 0 ? (
    unsent.value.length === 0 && <p class="quiet centred">{t('home.none')}</p>
  ) : (
    <Section title={t('home.recent')}>
      <ul class="card card-tight rows">
        {items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  );

const Sessions = () => {
  const { data, failure, reload } = useLoad(
    async () => {
      const known = receipts.peek();
      const [returned, recent] = await Promise.all([mine({ state: 'returned', limit: 20 }), mine({ limit: RECENT })]);
      remember(recent.items);
      return { returned: returned.items, recent: recent.items, known };
    },
    [me.value?.user.id, receipts.value],
  );
  useOnline(reload);
  const month = thisMonth();
  const lead = team.value?.id ?? 0;
  const total = useMonth(lead, month);
  const received = since(receipts.value, data?.known ?? {});
  const recent = withReceived(data?.recent ?? [], received).slice(0, RECENT);
  return (
    <>
      {data && <Returned items={data.returned} />}
      <Stuck />
      <Unfinished />
      <Running />
      <Button kind="primary" wide big icon="plus" href={RECORD}>
        {t('home.record')}
      </Button>
      <TallyButton />
      <Month month={month} total={total} />
      {(data || received.length > 0) && <Recent items={recent} />}
      {!data && (failure ? <Failed why={failure} onRetry={reload} /> : <Loading />)}
      {happened(total, lead, month) === 0 && (
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

export const Home = () => (
  <Page title={t('tab.home')} head={<Head />}>
    <div class="stack">
      {teams().length > 1 && team.value && (
        <Picker id="team" label={t('home.team')} value={String(team.value.id)} options={teamOptions()} onValue={(value) => (chosenTeam.value = Number(value))} />
      )}
      {team.value ? <Sessions /> : <NoTeam />}
    </div>
  </Page>
);
