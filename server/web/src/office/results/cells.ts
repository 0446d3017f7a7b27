// The cells of the table: their names in the address, their values in a row. Pure.
import type { By, Row } from '../../api/types';

const RATIOS = [
  'hamlets_with_team',
  'communes_with_team',
  'districts_with_youth_team',
  'hamlets_reached',
  'active_teams',
  'on_time',
] as const;
export const OPTIONALS = ['first_time', 'female', 'elderly', 'households'] as const;

type CellValue =
  | { kind: 'count'; n: number }
  | { kind: 'ratio'; numerator: number; denominator: number }
  | { kind: 'optional'; n: number; recorded: number };

const isOne = <Name extends string>(names: readonly Name[], text: string): text is Name => (names as readonly string[]).includes(text);

export const isRatio = (cell: string): cell is (typeof RATIOS)[number] => isOne(RATIOS, cell);

/** The value behind "participants", "sessions.outing", "services.edongthap.completed", "on_time"... */
export const cellValue = (row: Row, cell: string): CellValue => {
  if (isRatio(cell)) return { kind: 'ratio', ...row[cell] };
  if (isOne(OPTIONALS, cell)) return { kind: 'optional', n: row[cell].value, recorded: row[cell].recorded };
  const [first = '', name = '', part] = cell.split('.');
  const sessions: Record<string, number> = row.sessions;
  if (first === 'sessions') return { kind: 'count', n: sessions[name] ?? 0 };
  if (first === 'services') return { kind: 'count', n: row.services[name]?.[part === 'assisted' ? 'assisted' : 'completed'] ?? 0 };
  const n = cell === 'pending' || cell === 'joined' || cell === 'team_members_trained' ? row[cell] : row.participants;
  return { kind: 'count', n };
};

/** What the address calls a row: its unit or team, the undivided rest; nothing for the total. */
export const rowName = (row: Row): string => String(row.unit?.id ?? 'none');

export type Group = 'overview' | 'types' | 'services' | 'more_services' | 'details' | 'people';
const GROUPS: readonly Group[] = ['overview', 'types', 'services', 'more_services', 'details', 'people'];
export const isOfServices = (group: Group): boolean => group === 'services' || group === 'more_services';

/** So many columns stand side by side on a desk without scrolling. */
const AT_MOST = 9;

const hasAny = (row: Row, service: string): boolean => (row.services[service]?.assisted ?? 0) + (row.services[service]?.completed ?? 0) > 0;

type Codes = { types: readonly string[]; services: readonly string[] };

/** The columns of a group. A service is one column of two cells; empty ones stay away. */
export const columnsOf = (group: Group, by: By, total: Row, codes: Codes): string[] => {
  if (group === 'types') return ['sessions.all', ...codes.types.map((type) => `sessions.${type}`)];
  if (isOfServices(group)) {
    const services = codes.services.filter((service) => hasAny(total, service)).map((service) => `services.${service}.completed`);
    return group === 'services' ? services.slice(0, AT_MOST) : services.slice(AT_MOST);
  }
  if (group === 'details') {
    const wide = (['communes_with_team', 'districts_with_youth_team'] as const).filter((cell) => total[cell].denominator > 0);
    return by === 'team' ? [] : [...wide, 'active_teams', 'on_time'];
  }
  if (group === 'people') return [...OPTIONALS, 'team_members_trained'];
  return [
    // A team has no hamlets of its own to be reached.
    ...(by === 'team' ? ['on_time'] : ['hamlets_with_team', 'hamlets_reached']),
    'sessions.all',
    // Where another led, a team's own numbers say nothing of what it did.
    ...(by === 'team' ? ['joined'] : []),
    'participants',
    'services.cashless_account.completed',
    'services.edongthap.completed',
    'pending',
  ];
};

/** Those that have something to show. */
export const groupsOf = (by: By, total: Row, codes: Codes): Group[] => GROUPS.filter((group) => columnsOf(group, by, total, codes).length > 0);

const LEVELS = ['district', 'commune', 'hamlet'] as const satisfies readonly By[];

/** What a unit can be divided into: every level below its own, and its teams. */
export const levelsBelow = (level: By | 'province'): By[] => {
  const at = LEVELS.findIndex((one) => one === level);
  return [...LEVELS.slice(at + 1), 'team'];
};

/** Links only where the reader may go: from their own area downwards. */
export const openPath = <Unit extends { id: number }>(path: readonly Unit[], own: readonly number[]): { unit: Unit; isOpen: boolean }[] => {
  const from = path.findIndex(({ id }) => own.includes(id));
  return path.map((unit, i) => ({ unit, isOpen: own.length === 0 || (from >= 0 && i >= from) }));
};
