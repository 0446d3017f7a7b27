// The reminder that an officer sends to a Zalo group. In Vietnamese whatever language the office is
// read in: it goes to the teams. Names of hamlets, teams and leaders; never anybody's number. Pure.
import type { CoverRow, IdleTeam, Role, TeamKind, Unit } from '../../api/types';
import { formatDay, formatPeriod } from '../../i18n/format';
import { inside } from '../../i18n/text';
import { byName, shortName } from '../coverage/tiles';

/** The missing of one commune, each a line; `cluster`: the district or cluster it belongs to. */
export type Group = { name: string; cluster: string | null; lines: string[] };

const SIGNS: Record<Role, string> = {
  volunteer: 'Thành viên Tổ',
  officer: 'Cán bộ Đoàn',
  province_staff: 'Chuyên viên tỉnh',
  system_administrator: 'Quản trị hệ thống',
};

type Path = readonly Pick<Unit, 'level' | 'name'>[];

const clusterOf = (path: Path): string | null => path.find(({ level }) => level === 'district')?.name ?? null;

/** The commune of today, or what is above one for who is at home there. */
const communeOf = (path: Path): string => path.filter(({ level }) => level !== 'hamlet').pop()?.name ?? '';

const gathered = <Item extends { path: Path }>(items: readonly Item[], line: (item: Item) => string): Group[] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(communeOf(item.path), [...(groups.get(communeOf(item.path)) ?? []), item]);
  return byName(
    [...groups].map(([name, of]) => ({ name, cluster: clusterOf(of[0]?.path ?? []), lines: byName(of.map(line), (text) => text) })),
    ({ name }) => name,
  );
};

/** Beside a leader's name: of the hamlet, not of the leader. */
const lastAt = ({ name }: Unit, day: string | null): string => {
  const place = name.startsWith('Khóm') ? 'khóm' : 'ấp';
  return day ? `buổi trực tiếp gần nhất tại ${place}: ${formatDay(day)}` : `chưa có buổi trực tiếp nào tại ${place}`;
};

/** Any session of a team, from afar too. An agency's is no Tổ to its people. */
const lastOf = (kind: TeamKind, day: string | null): string => {
  const who = kind === 'agency' ? 'đơn vị' : 'Tổ';
  return day ? `buổi gần nhất của ${who}: ${formatDay(day)}` : `${who} chưa có buổi nào`;
};

const lineOf = (name: string, leader: { name: string } | null | undefined, ...said: readonly string[]): string =>
  `${name} – ${[...(leader ? [`đồng chí ${leader.name}`] : []), ...said].join(', ')}`;

const WAITS = 'đang chờ bổ sung';
const FROM_AFAR: Partial<Record<string, string>> = { online: 'trực tuyến', broadcast: 'tuyên truyền' };

/** What a team did send about a month without a visit: it is told that we know. */
const sentOf = ({ returned, remote }: CoverRow['unheard']): string[] => [
  ...(returned ? [`có ${returned.type === null ? 'báo cáo' : 'buổi'} ngày ${formatDay(returned.date)} ${WAITS}`] : []),
  ...(remote ? [`có buổi ${FROM_AFAR[remote.type ?? ''] ?? 'từ xa'} ngày ${formatDay(remote.date)}`] : []),
];

/** Hamlets that nobody came to in the last month shown; without a team nobody is asked, and who
 * reported that there was nothing has answered. */
export const hamletGroups = (rows: readonly CoverRow[]): Group[] =>
  gathered(
    rows.filter(({ states }) => states[states.length - 1] === 'silent'),
    ({ unit, team, last_session_on, unheard }) => lineOf(shortName(unit), team?.leader, ...sentOf(unheard), lastAt(unit, last_session_on)),
  );

export const teamGroups = (teams: readonly IdleTeam[]): Group[] =>
  gathered(teams, ({ team: { kind }, called, leader, last_session_on, returned_on }) =>
    lineOf(called, leader, ...(returned_on ? [`có buổi ngày ${formatDay(returned_on)} ${WAITS}`] : []), lastOf(kind, last_session_on)),
  );

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
    ? `Đến ngày ${formatDay(today)}, Nhật ký Tổ số chưa ghi nhận buổi trực tiếp nào trong ${formatPeriod(month, 'vi')} tại các khóm, ấp sau:`
    : `Đến ngày ${formatDay(today)}, Nhật ký Tổ số chưa ghi nhận buổi hướng dẫn nào trong hơn 30 ngày qua của các Tổ, đơn vị sau:`;

const asking = (groups: readonly Group[], link: string): string =>
  [
    `Nếu đã có buổi, nhờ các đồng chí ghi giúp tại ${link}.`,
    ...(groups.some(({ lines }) => lines.some((line) => line.includes(WAITS))) ? ['Buổi đang chờ bổ sung chỉ cần sửa và gửi lại.'] : []),
    'Nếu không phát sinh buổi nào hoặc có khó khăn, xin phản hồi để chúng tôi hỗ trợ.',
  ].join(' ');

/** Whom a message for these groups speaks to: their commune, else their cluster, else the whole area. */
const spokenTo = (groups: readonly Group[], area: string): string => {
  const [first, ...others] = groups;
  if (!first) return area;
  if (others.length === 0) return first.name;
  return first.cluster !== null && others.every(({ cluster }) => cluster === first.cluster) ? first.cluster : area;
};

/** One message for all the groups given. */
export const message = (groups: readonly Group[], about: About): string => {
  const lists = groups.map(({ name, lines }) => [`${name}:`, ...lines.map((line) => `- ${line}`)].join('\n'));
  const { officer, officerArea, link } = about;
  const whom = about.kind === 'hamlets' ? 'các Tổ công nghệ số cộng đồng' : 'các Tổ, đơn vị thuộc';
  return [
    `Kính gửi ${whom} ${inside(spokenTo(groups, about.area))},`,
    opening(about),
    lists.join('\n\n'),
    asking(groups, link),
    'Trân trọng cảm ơn các đồng chí.',
    [officer.name, `${SIGNS[officer.role]}, ${officerArea}`].join('\n'),
  ].join('\n\n');
};

export const total = (groups: readonly Group[]): number => groups.reduce((sum, { lines }) => sum + lines.length, 0);

/** Zalo cuts what is longer. */
export const LONGEST = 2000;

const withLine = (part: readonly Group[], group: Group, line: string): Group[] => {
  const last = part[part.length - 1];
  return last?.name === group.name ? [...part.slice(0, -1), { ...last, lines: [...last.lines, line] }] : [...part, { ...group, lines: [line] }];
};

/** The groups of each message that Zalo takes whole; a commune stays together while it fits into one. */
export const partsOf = (groups: readonly Group[], about: About): Group[][] => {
  const fits = (part: readonly Group[]): boolean => message(part, about).length <= LONGEST;
  const parts: Group[][] = [];
  for (const group of groups) {
    const open = parts[parts.length - 1];
    if (open && fits([...open, group])) {
      open.push(group);
      continue;
    }
    parts.push([]);
    for (const line of group.lines) {
      const part = parts[parts.length - 1] ?? [];
      const longer = withLine(part, group, line);
      if (part.length === 0 || fits(longer)) parts[parts.length - 1] = longer;
      else parts.push([{ ...group, lines: [line] }]);
    }
  }
  return parts;
};

/** Whether the area has several clusters, each of which gets its own. */
export const isOfClusters = (groups: readonly Group[]): boolean => new Set(groups.map(({ cluster }) => cluster)).size > 1;

/** Whom one text each is for: the clusters of a province, the communes of a cluster. */
export const receivers = (groups: readonly Group[]): { name: string; groups: Group[] }[] => {
  const isWide = isOfClusters(groups);
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    const name = (isWide ? group.cluster : null) ?? group.name;
    found.set(name, [...(found.get(name) ?? []), group]);
  }
  return byName(
    [...found].map(([name, of]) => ({ name, groups: of })),
    ({ name }) => name,
  );
};
