// Which screen stands at which address, and the frame around it.
import { useEffect } from 'preact/hooks';
import { me, OFFICE, PHONE } from '../account/account';
import { go, match, place } from '../router';
import { Button, DemoRibbon, EmptyState, SkipLink } from '../ui';
import { AuditLog } from './audit/AuditLog';
import { CoverageScreen } from './coverage/CoverageScreen';
import { HandoverScreen } from './handover/HandoverScreen';
import { t } from './i18n';
import { Sheet } from './join/Sheet';
import { Loaded } from './Loaded';
import { People } from './people/People';
import { Results } from './results/Results';
import { Review } from './review/Review';
import { loadHome } from './shell/areas';
import { firstPage, hrefOf, openPages, PAGES, type PageName } from './shell/pages';
import { Rail } from './shell/Rail';
import { useCounts } from './shell/useCounts';
import { TeamPage } from './teams/TeamPage';
import { Teams } from './teams/Teams';
import { useLoad } from '../data/useLoad';

const SCREENS: Record<PageName, () => preact.JSX.Element> = {
  review: () => <Review />,
  handover: () => <HandoverScreen />,
  results: () => <Results />,
  coverage: () => <CoverageScreen />,
  teams: () => <Teams />,
  people: () => <People />,
  audit: () => <AuditLog />,
};

/** Reached from the teams, which stay marked in the rail. */
const SHEET = `${OFFICE}to/the-qr`;

const NotHere = () => (
  <EmptyState icon="search" title={t('not_here')} action={<Button href={hrefOf(firstPage())}>{t('not_here.action')}</Button>} />
);

const Screen = () => {
  const { path } = place.value;
  const isStart = path === OFFICE || `${path}/` === OFFICE;
  useEffect(() => {
    if (isStart) go(hrefOf(firstPage()), { replace: true });
  }, [isStart]);
  const isSheet = match(SHEET, path) !== null;
  const team = isSheet ? null : match(`${OFFICE}to/:id`, path);
  const page = PAGES.find((one) => (team || isSheet ? one.name === 'teams' : match(OFFICE + one.path, path)));
  useEffect(() => {
    document.title = `${t(page ? `nav.${page.name}` : 'not_here')} – ${t('app.name')}`;
  });
  if (isStart) return null;
  if (!page) return <NotHere />;
  if (team) return <TeamPage key={team['id']} id={Number(team['id'])} />;
  if (!openPages().includes(page)) return <EmptyState icon="cancel" title={t('load.forbidden')} />;
  if (isSheet) return <Sheet />;
  return SCREENS[page.name]();
};

const Frame = () => {
  const start = useLoad(loadHome, []);
  useCounts();
  return (
    <>
      <SkipLink />
      {me.value?.is_demo && (
        <aside aria-label={t('app.demo')}>
          <DemoRibbon />
        </aside>
      )}
      <div class={me.value?.is_demo ? 'office is-demo' : 'office'}>
        <Rail />
        <main class="page" id="main" tabIndex={-1}>
          <Loaded load={start}>{() => <Screen />}</Loaded>
        </main>
      </div>
    </>
  );
};

export const App = () =>
  me.value?.user.role === 'volunteer' ? (
    <main id="main">
      <EmptyState icon="phone" title={t('volunteer.title')} action={<Button kind="primary" href={PHONE}>{t('volunteer.action')}</Button>}>
        {t('volunteer.text')}
      </EmptyState>
    </main>
  ) : (
    <Frame />
  );
