// Which screen stands at which address. The desk comes with the frame, the others when they are
// wanted; those of one group share a file.
import type { JSX } from 'preact';
import { OFFICE } from '../account/account';
import { match } from '../router';
import { IDLE_PATH } from './desk/Doors';
import { Desk } from './desk/Desk';
import { IdleScreen } from './desk/IdleScreen';
import { lazily } from './lazily';
import { PRINT_PATH } from './paper/paths';
import { PAGES, type PageName } from './shell/pages';

const figures = () => import('./figures');
const staff = () => import('./staff');
const imports = () => import('./imports/screens');
const paper = () => import('./paper/screens');

const Review = lazily(() => import('./review/Review').then((m) => m.Review));
const Coverage = lazily(() => figures().then((m) => m.CoverageScreen));
const Compare = lazily(() => figures().then((m) => m.CompareScreen));
const Results = lazily(() => figures().then((m) => m.Results));
const Teams = lazily(() => staff().then((m) => m.Teams));
const TeamPage = lazily(() => staff().then((m) => m.TeamPage));
const Sheet = lazily(() => staff().then((m) => m.Sheet));
const CodeSheet = lazily(() => staff().then((m) => m.CodeSheet));
const People = lazily(() => staff().then((m) => m.People));
const PersonPage = lazily(() => staff().then((m) => m.PersonPage));
const ImportScreen = lazily(() => imports().then((m) => m.ImportScreen));
const BatchScreen = lazily(() => imports().then((m) => m.BatchScreen));
const PaperScreen = lazily(() => paper().then((m) => m.PaperScreen));
const PrintScreen = lazily(() => paper().then((m) => m.PrintScreen));
const Handover = lazily(() => import('./handover/HandoverScreen').then((m) => m.HandoverScreen));
const AuditLog = lazily(() => import('./audit/AuditLog').then((m) => m.AuditLog));

const SCREENS: Record<PageName, () => JSX.Element> = {
  desk: () => <Desk />,
  review: () => <Review />,
  handover: () => <Handover />,
  results: () => <Results />,
  coverage: () => <Coverage />,
  compare: () => <Compare />,
  teams: () => <Teams />,
  people: () => <People />,
  imports: () => <ImportScreen />,
  paper: () => <PaperScreen />,
  audit: () => <AuditLog />,
};

type Below = { path: string; of: PageName; screen: (params: Record<string, string>) => JSX.Element };

/** Screens reached from another one, which stays marked in the rail. The first that fits. */
const BELOW: readonly Below[] = [
  { path: `viec-can-lam${IDLE_PATH}`, of: 'desk', screen: () => <IdleScreen /> },
  { path: 'to/phieu-ma', of: 'teams', screen: () => <CodeSheet /> },
  { path: 'to/the-qr', of: 'teams', screen: () => <Sheet /> },
  { path: `phieu-giay${PRINT_PATH}`, of: 'paper', screen: () => <PrintScreen /> },
  { path: 'nhap-du-lieu/:id', of: 'imports', screen: ({ id }) => <BatchScreen key={id} id={id ?? ''} /> },
  { path: 'nguoi-dung/:id', of: 'people', screen: ({ id }) => <PersonPage key={id} id={Number(id)} /> },
  { path: 'to/:id', of: 'teams', screen: ({ id }) => <TeamPage key={id} id={Number(id)} /> },
];

type Found = { name: PageName; show: () => JSX.Element };

export const screenAt = (path: string): Found | null => {
  const page = PAGES.find((one) => match(OFFICE + one.path, path));
  if (page) return { name: page.name, show: SCREENS[page.name] };
  for (const { path: pattern, of, screen } of BELOW) {
    const params = match(OFFICE + pattern, path);
    if (params) return { name: of, show: () => screen(params) };
  }
  return null;
};

/** What is fetched ahead for each page; those of one group come together. */
const AHEAD: Partial<Record<PageName, () => Promise<unknown>>> = {
  review: Review.ahead,
  coverage: Coverage.ahead,
  teams: Teams.ahead,
  imports: ImportScreen.ahead,
  paper: PaperScreen.ahead,
  handover: Handover.ahead,
  audit: AuditLog.ahead,
};

export const aheadOf = (names: readonly PageName[]): (() => Promise<unknown>)[] => names.flatMap((name) => AHEAD[name] ?? []);
