// The reminder that an officer sends to a Zalo group. In Vietnamese whatever language the office is
// read in: it goes to the teams. Names of hamlets, teams and leaders; never anybody's number. Pure.
import type { CoverRow, IdleTeam, Role } from '../../api/types';
import { fullName } from '../../data/units';
import { formatDay, formatPeriod } from '../../i18n/format';
import { inside, sentence } from '../../i18n/text';
import { byName, shortName } from '../coverage/tiles';

/** The missing of one commune, each a line. */
export type Group = { name: string; lines: string[] };

const SIGNS: Record<Role, string> = {
  volunteer: 'Thành viên Tổ',
  officer: 'Cán bộ Đoàn',
  province_staff: 'Chuyên viên tỉnh',
  system_administrator: 'Quản trị hệ thống',
};

const gathered = <Item>(items: readonly Item[], groupOf: (item: Item) => string, line: (item: Item) => string): Group[] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return byName(
    [...groups].map(([name, of]) => ({ name, lines: byName(of.map(line), (text) => text) })),
    ({ name }) => name,
  );
};

const hamletLine = ({ unit, team }: CoverRow): string => {
  const name = shortName(unit);
  return team?.leader ? `${name} – Tổ trưởng ${team.leader}` : name;
};

/** Hamlets whose team has not been heard of in the last month shown; without a team nobody is asked,
 * and who reported that there was nothing has answered. */
export const hamletGroups = (rows: readonly CoverRow[]): Group[] =>
  gathered(
    rows.filter(({ states }) => states[states.length - 1] === 'silent'),
    ({ path }) => path[path.length - 1]?.name ?? '',
    hamletLine,
  );

/** "Ấp 1, xã Lấp Vò" is in "Xã Lấp Vò"; a team of a commune or above is at home in its own unit. */
const placeOf = ({ team: { home } }: IdleTeam): string => (home.level === 'hamlet' ? sentence(fullName(home).split(', ').pop() ?? '') : home.name);

const teamLine = ({ team, last_session_on, leader }: IdleTeam): string => {
  const since = last_session_on ? `buổi gần nhất ${formatDay(last_session_on)}` : 'chưa có buổi nào';
  const asked = leader ? [`${team.kind === 'agency' ? 'phụ trách:' : 'Tổ trưởng'} ${leader.name}`] : [];
  return `${team.name} – ${[...asked, since].join(', ')}`;
};

export const teamGroups = (teams: readonly IdleTeam[]): Group[] => gathered(teams, placeOf, teamLine);

export type About = {
  kind: 'hamlets' | 'teams';
  /** "2026-11" */
  month: string;
  today: string;
  area: string;
  officer: { name: string; role: Role };
  officerArea: string;
  link: string;
};

const opening = ({ kind, month, today }: About): string =>
  kind === 'hamlets'
    ? `Đến ngày ${formatDay(today)}, Nhật ký Tổ số chưa ghi nhận buổi hướng dẫn nào trong ${formatPeriod(month, 'vi')} tại các khóm, ấp sau:`
    : `Đến ngày ${formatDay(today)}, Nhật ký Tổ số chưa ghi nhận buổi hướng dẫn nào trong hơn 30 ngày qua của các Tổ sau:`;

/** One message for all the groups given. */
export const message = (groups: readonly Group[], about: About): string => {
  const only = groups.length === 1 ? groups[0] : undefined;
  const lists = groups.map(({ name, lines }) => [`${name}:`, ...lines.map((line) => `- ${line}`)].join('\n'));
  const { officer, officerArea, link } = about;
  const whom = about.kind === 'hamlets' ? 'các Tổ công nghệ số cộng đồng' : 'các Tổ, đơn vị thuộc';
  return [
    `Kính gửi ${whom} ${inside(only ? only.name : about.area)},`,
    opening(about),
    lists.join('\n\n'),
    `Nếu đã có buổi, nhờ các anh chị ghi giúp tại ${link}. Nếu không phát sinh buổi nào hoặc cần hỗ trợ, xin nhắn lại để tôi biết.`,
    'Trân trọng cảm ơn các anh chị.',
    [officer.name, `${SIGNS[officer.role]}, ${officerArea}`].join('\n'),
  ].join('\n\n');
};

export const total = (groups: readonly Group[]): number => groups.reduce((sum, { lines }) => sum + lines.length, 0);

/** Zalo cuts what is longer. */
export const LONGEST = 2000;
