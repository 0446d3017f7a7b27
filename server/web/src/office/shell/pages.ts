// The screens that exist, who may open them, and where.
import { OFFICE, may } from '../../account/account';
import { place } from '../../router';
import { hasNoArea } from './areas';
import { keptQuery } from './filters';

/** In the order of the rail. `group` is the heading that an entry stands under: what is done every
 * day, the figures, what is looked after. */
export const PAGES = [
  { name: 'desk', path: 'viec-can-lam', permission: 'session.review', icon: 'home', group: 'daily', keeps: ['unit'] },
  { name: 'review', path: 'duyet-buoi', permission: 'session.review', icon: 'check', group: 'daily', keeps: ['unit'] },
  { name: 'coverage', path: 'bao-phu', permission: 'rollup.read', icon: 'map', group: 'figures' },
  { name: 'compare', path: 'so-sanh', permission: 'rollup.read', icon: 'menu', group: 'figures' },
  { name: 'results', path: 'ket-qua', permission: 'rollup.read', icon: 'chart', group: 'figures' },
  { name: 'teams', path: 'to', permission: 'team.manage', icon: 'people', group: 'manage' },
  { name: 'people', path: 'nguoi-dung', permission: 'people.manage', icon: 'person', group: 'manage' },
  { name: 'imports', path: 'nhap-du-lieu', permission: 'data.import', icon: 'upload', group: 'manage', keeps: ['unit'] },
  { name: 'paper', path: 'phieu-giay', permission: 'session.review', icon: 'tally', group: 'manage', keeps: ['unit'] },
  { name: 'handover', path: 'nhan-buoi', permission: 'session.review', icon: 'phone', group: 'manage', keeps: ['unit'] },
  { name: 'audit', path: 'nhat-ky', permission: 'audit.read', icon: 'list', group: 'manage' },
] as const;

export const GROUPS = ['daily', 'figures', 'manage'] as const;

export type PageName = (typeof PAGES)[number]['name'];

/** The queue does not take the period along: nothing that waits should be out of sight. */
export const hrefOf = (name: PageName, rest = ''): string => {
  const page = PAGES.find((one) => one.name === name);
  const keeps = page && 'keeps' in page ? page.keeps : undefined;
  return OFFICE + (page?.path ?? '') + rest + keptQuery(place.value.query, keeps);
};

const pathOf = (name: PageName): string => hrefOf(name).split('?')[0] ?? '';
export const isAt = (name: PageName): boolean => place.value.path === pathOf(name) || place.value.path.startsWith(`${pathOf(name)}/`);

const isFigures = (name: PageName): boolean => PAGES.some((page) => page.name === name && page.group === 'figures');

/** From the menu. Figures keep their place and period among themselves; work is opened on all that is
 * the reader's, so that a look at one commune leaves nothing that waits out of sight. */
export const menuHref = (name: PageName): string => {
  const here = PAGES.find((page) => isAt(page.name));
  return here && isFigures(here.name) && isFigures(name) ? hrefOf(name) : pathOf(name);
};

export const FIRST: PageName = 'desk';
/** Without an area there is a first page that says so, and what somebody did before. */
const isOpen = ({ name, permission }: (typeof PAGES)[number]): boolean => may(permission) && (!hasNoArea.value || name === FIRST || name === 'audit');
export const openPages = () => PAGES.filter(isOpen);
