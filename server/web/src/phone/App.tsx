// Which screen an address shows.
import { useEffect } from 'preact/hooks';
import { me } from '../account/account';
import { match, place } from '../router';
import { Button, DemoRibbon, EmptyState, Loading } from '../ui';
import { loadCatalogue } from '../data/catalogue';
import { RecordScreen } from './form/RecordScreen';
import { Home } from './home/Home';
import { ACCOUNT, guidePath, GUIDES, HAND_IN, HOME, INVITE, mendPath, NIL, RECORD, SAVE_WORK, sentPath, SESSIONS, sessionPath, TALLY, TEAM } from './paths';
import { t } from './i18n';
import { lazily } from './shell/lazily';
import { Page } from './shell/Page';
import { InstallOffer, NewVersion, PinAsked } from './shell/Strips';
import { Tabs } from './shell/Tabs';
import { store } from './store/open';
import { chosenTeam } from './team/team';

const SOON_MS = 50;
// Home and recording are the shell. What is read without a network is fetched while nothing is asked.
const loadSessions = () => import('./sessions/screens');
const ListScreen = lazily(() => loadSessions().then((m) => m.ListScreen));
const SentScreen = lazily(() => loadSessions().then((m) => m.SentScreen));
const DetailScreen = lazily(() => loadSessions().then((m) => m.DetailScreen));
const NilScreen = lazily(() => import('./form/NilScreen').then((m) => m.NilScreen));
const TallyScreen = lazily(() => import('./tally/TallyScreen').then((m) => m.TallyScreen));
const TeamScreen = lazily(() => import('./team/TeamScreen').then((m) => m.TeamScreen));
const HandInScreen = lazily(() => import('./handover/HandInScreen').then((m) => m.HandInScreen));
const SaveScreen = lazily(() => import('./handover/SaveScreen').then((m) => m.SaveScreen));
const AccountScreen = lazily(() => import('./me/AccountScreen').then((m) => m.AccountScreen));
const Guides = lazily(() => import('./guides/Guides').then((m) => m.Guides));
const InviteScreen = lazily(() => import('./team/InviteScreen').then((m) => m.InviteScreen));

const screenAt = (path: string) => {
  if (path === RECORD) return <RecordScreen key="new" id={null} />;
  const mended = match(mendPath(':id'), path)?.['id'];
  if (mended) return <RecordScreen key={mended} id={mended} />;
  const sent = match(sentPath(':id'), path)?.['id'];
  if (sent) return <SentScreen key={sent} id={sent} />;
  const opened = match(sessionPath(':id'), path)?.['id'];
  if (opened) return <DetailScreen key={opened} id={opened} />;
  const guide = match(guidePath(':slug'), path)?.['slug'];
  if (guide) return <Guides slug={guide} />;
  if (path === ACCOUNT) return <AccountScreen />;
  if (path === INVITE) return <InviteScreen />;
  if (path === TALLY) return <TallyScreen />;
  if (path === HAND_IN) return <HandInScreen />;
  if (path === SAVE_WORK) return <SaveScreen />;
  return path === NIL ? <NilScreen /> : null;
};

const NotHere = () => (
  <Page title={t('not_here')}>
    <EmptyState icon="search" title={t('not_here.hint')} action={<Button href={HOME}>{t('sent.home')}</Button>} />
  </Page>
);

const tabAt = (path: string) => {
  if (path === SESSIONS) return <ListScreen />;
  if (path === TEAM) return <TeamScreen />;
  if (path === GUIDES) return <Guides slug={null} />;
  return path === HOME ? <Home /> : <NotHere />;
};

export const App = () => {
  const { path } = place.value;
  useEffect(() => {
    // Names of what is taught; the screens that cannot do without them ask again themselves.
    loadCatalogue().catch(() => {});
    setTimeout(() => void loadSessions().catch(() => {}), SOON_MS);
  }, []);
  useEffect(() => {
    // Who is in several teams goes on with the one of last time.
    void store.value?.drafts.habits().then((habits) => (chosenTeam.value ??= habits?.team_id ?? null));
  }, [store.value]);
  if (!store.value) return <Loading />;
  const screen = screenAt(path);
  return (
    <div class="phone">
      {me.value?.is_demo && (
        <aside aria-label={t('app.demo')}>
          <DemoRibbon />
        </aside>
      )}
      <PinAsked />
      {screen ?? (
        <>
          <NewVersion />
          {path === HOME && <InstallOffer />}
          {tabAt(path)}
          <Tabs path={path} />
        </>
      )}
    </div>
  );
};
