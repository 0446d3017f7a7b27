// Which screen stands at which address, and the frame around it.
import { useEffect } from 'preact/hooks';
import { me, OFFICE, PHONE } from '../account/account';
import { go, match, place } from '../router';
import { Button, DemoRibbon, EmptyState, SkipLink } from '../ui';
import { AuditLog } from './audit/AuditLog';
import { CompareScreen } from './compare/CompareScreen';
import { CoverageScreen } from './coverage/CoverageScreen';
import { IDLE_PATH } from './desk/Doors';
import { Desk } from './desk/Desk';
import { IdleScreen } from './desk/IdleScreen';
import { HandoverScreen } from './handover/HandoverScreen';
import { t } from './i18n';
import { BatchScreen } from './imports/BatchScreen';
import { ImportScreen } from './imports/ImportScreen';
import { Sheet } from './join/Sheet';
import { Loaded } from './Loaded';
import { PaperScreen } from './paper/PaperScreen';
import { PRINT_PATH } from './paper/paths';
import { PrintScreen } from './paper/PrintScreen';
import { People } from './people/People';
import { PersonPage } from './people/PersonPage';
import { Results } from './results/Results';
import { Review } from './review/Review';
import { Search, SearchPanel } from './search/Search';
import { loadHome } from './shell/areas';
import { FIRST, hrefOf, openPages, PAGES, type PageName } from './shell/pages';
import { Rail } from './shell/Rail';
import { useCounts } from './shell/useCounts';
import { TeamPage } from './teams/TeamPage';
import { Teams } from './teams/Teams';
import { useLoad } from '../data/useLoad';

const SCREENS: Record<PageName, () => preact.JSX.Element> = {
  desk: () => <Desk />,
  review: () => <Review />,
  handover: () => <HandoverScreen />,
  results: () => <Results />,
  coverage: () => <CoverageScreen />,
  compare: () => <CompareScreen />,
  teams: () => <Teams />,
  people: () => <People />,
  imports: () => <ImportScreen />,
  paper: () => <PaperScreen />,
  audit: () => <AuditLog />,
};

type Below = { path: string; of: PageName; screen: (params: Record<string, string>) => preact.JSX.Element };

/** Screens reached from another one, which stays marked in the rail. The first that fits. */
const BELOW: readonly Below[] = [
  { path: `viec-can-lam${IDLE_PATH}`, of: 'desk', screen: () => <IdleScreen /> },
  { path: 'to/the-qr', of: 'teams', screen: () => <Sheet /> },
  { path: `phieu-giay${PRINT_PATH}`, of: 'paper', screen: () => <PrintScreen /> },
  { path: 'nhap-du-lieu/:id', of: 'imports', screen: ({ id }) => <BatchScreen key={id} id={id ?? ''} /> },
  { path: 'nguoi-dung/:id', of: 'people', screen: ({ id }) => <PersonPage key={id} id={Number(id)} /> },
  { path: 'to/:id', of: 'teams', screen: ({ id }) => <TeamPage key={id} id={Number(id)} /> },
];

type Found = { name: PageName; show: () => preact.JSX.Element };

const screenAt = (path: string): Found | null => {
  const page = PAGES.find((one) => match(OFFICE + one.path, path));
  if (page) return { name: page.name, show: SCREENS[page.name] };
  for (const { path: pattern, of, screen } of BELOW) {
    const params = match(OFFICE + pattern, path);
    if (params) return { name: of, show: () => screen(params) };
  }
  return null;
};

const NotHere = () => (
  <EmptyState icon="search" title={t('not_here')} action={<Button href={hrefOf(FIRST)}>{t('not_here.action')}</Button>} />
);

const Screen = () => {
  const { path } = place.value;
  const isStart = path === OFFICE || `${path}/` === OFFICE;
  useEffect(() => {
    if (isStart) go(hrefOf(FIRST), { replace: true });
  }, [isStart]);
  const found = screenAt(path);
  useEffect(() => {
    document.title = `${t(found ? `nav.${found.name}` : 'not_here')} – ${t('app.name')}`;
  });
  if (isStart) return null;
  if (!found) return <NotHere />;
  if (!openPages().some(({ name }) => name === found.name)) return <EmptyState icon="cancel" title={t('load.forbidden')} />;
  return found.show();
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
        <Rail search={<Search />} />
        <main class="page" id="main" tabIndex={-1}>
          <Loaded load={start}>{() => <Screen />}</Loaded>
        </main>
      </div>
      <SearchPanel />
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
