import { expect, test } from 'vitest';
import type { CoverRow, CoverState, IdleTeam, TeamKind, Unit } from '../../api/types';
import { hamletGroups, LONGEST, message, partsOf, receivers, teamGroups, total, type About, type Group } from './message';

const unit = (id: number, name: string, level: Unit['level'], full_name?: string): Unit => ({ id, name, level, kind: '', code: null, ...(full_name && { full_name }) });
const hamlet = (name: string, commune: string, state: CoverState, leader: string | null = null): CoverRow => ({
  unit: unit(1, name, 'hamlet', `${name}, ${commune.toLowerCase()}`),
  path: [unit(2, 'Cụm Lấp Vò', 'district'), unit(3, commune, 'commune')],
  team: state === 'no_team' ? null : { id: 1, name: `Tổ ${name}`, leader: leader === null ? null : { name: leader, phone: '0912345678' } },
  states: ['active', state],
  last_session_on: null,
  sessions: 0,
  participants: 0,
  unheard: { returned: null, remote: null },
});
const ABOUT: About = {
  kind: 'hamlets', month: '2026-11', today: '2026-11-22', area: 'Cụm Lấp Vò', officer: { name: 'Trần Minh Khoa', role: 'officer' },
  officerArea: 'Cụm Lấp Vò', link: 'https://nhatky.example/',
};
const rows = [
  hamlet('Ấp 10', 'Xã Mỹ An Hưng', 'silent'),
  hamlet('Ấp 2', 'Xã Mỹ An Hưng', 'silent', 'Nguyễn Văn Tám'),
  hamlet('Ấp 3', 'Xã Mỹ An Hưng', 'active'),
  hamlet('Ấp 4', 'Xã Lấp Vò', 'nil'),
  hamlet('Ấp 5', 'Xã Lấp Vò', 'no_team'),
  hamlet('Khóm 1', 'Xã Lấp Vò', 'silent'),
];

test('exactly the silent hamlets are named, by commune, in order', () => {
  expect(hamletGroups(rows)).toEqual([
    { name: 'Xã Lấp Vò', cluster: 'Cụm Lấp Vò', lines: ['Khóm 1 – chưa có buổi trực tiếp nào tại khóm'] },
    { name: 'Xã Mỹ An Hưng', cluster: 'Cụm Lấp Vò', lines: ['Ấp 2 – đồng chí Nguyễn Văn Tám, chưa có buổi trực tiếp nào tại ấp', 'Ấp 10 – chưa có buổi trực tiếp nào tại ấp'] },
  ]);
  expect(total(hamletGroups(rows))).toBe(3);
  expect(hamletGroups(rows.filter(({ states }) => states[1] !== 'silent'))).toEqual([]);
});

test('the message says which month, until when, who asks and where to go', () => {
  const text = message(hamletGroups(rows), ABOUT);
  expect(text).toBe(`Kính gửi các Tổ công nghệ số cộng đồng cụm Lấp Vò,

Đến ngày 22/11/2026, Nhật ký Tổ số chưa ghi nhận buổi trực tiếp nào trong tháng 11/2026 tại các khóm, ấp sau:

Xã Lấp Vò:
- Khóm 1 – chưa có buổi trực tiếp nào tại khóm

Xã Mỹ An Hưng:
- Ấp 2 – đồng chí Nguyễn Văn Tám, chưa có buổi trực tiếp nào tại ấp
- Ấp 10 – chưa có buổi trực tiếp nào tại ấp

Nếu đã có buổi, nhờ các đồng chí ghi giúp tại https://nhatky.example/. Nếu không phát sinh buổi nào hoặc có khó khăn, xin phản hồi để chúng tôi hỗ trợ.

Trân trọng cảm ơn các đồng chí.

Trần Minh Khoa
Cán bộ Đoàn, Cụm Lấp Vò`);
});

test('a team that sent something is told that we know', () => {
  const sent = (name: string, unheard: CoverRow['unheard']): CoverRow => ({ ...hamlet(name, 'Xã Lấp Vò', 'silent'), last_session_on: '2026-08-07', unheard });
  const groups = hamletGroups([
    sent('Ấp 1', { returned: null, remote: { date: '2026-11-06', type: 'online' } }),
    sent('Ấp 2', { returned: { date: '2026-11-18', type: 'outing' }, remote: null }),
    sent('Ấp 3', { returned: { date: '2026-11-02', type: null }, remote: { date: '2026-11-03', type: 'broadcast' } }),
  ]);
  expect(groups[0]?.lines).toEqual([
    'Ấp 1 – có buổi trực tuyến ngày 06/11/2026, buổi trực tiếp gần nhất tại ấp: 07/08/2026',
    'Ấp 2 – có buổi ngày 18/11/2026 đang chờ bổ sung, buổi trực tiếp gần nhất tại ấp: 07/08/2026',
    'Ấp 3 – có báo cáo ngày 02/11/2026 đang chờ bổ sung, có buổi tuyên truyền ngày 03/11/2026, buổi trực tiếp gần nhất tại ấp: 07/08/2026',
  ]);
  const again = 'Buổi đang chờ bổ sung chỉ cần sửa và gửi lại.';
  expect(message(groups, ABOUT)).toContain(again);
  expect(message(hamletGroups(rows), ABOUT)).not.toContain(again);
  const one = { ...idle('Tổ Ấp 1', cluster, '2026-09-02', [cluster]), returned_on: '2026-11-10' };
  expect(teamGroups([one])[0]?.lines).toEqual(['Tổ Ấp 1 – đồng chí Lê Thị Út, có buổi ngày 10/11/2026 đang chờ bổ sung, buổi gần nhất của Tổ: 02/09/2026']);
});

test('one commune is spoken to by its name', () => {
  const [first] = hamletGroups(rows);
  expect(message(first ? [first] : [], ABOUT)).toContain('Kính gửi các Tổ công nghệ số cộng đồng xã Lấp Vò,');
});

const cluster = unit(2, 'Cụm Lấp Vò', 'district');

const idle = (name: string, home: Unit, last: string | null, path: Unit[], kind: TeamKind = 'hamlet'): IdleTeam => ({
  path,
  called: name,
  team: { id: 1, kind, name, home, founded_on: '2023-01-01', dissolved_on: null, dissolves_on: null, decision_number: null, is_pilot: false, version: 1 },
  last_session_on: last, days: null, returned_on: null, leader: { name: 'Lê Thị Út', phone: '0912345678' },
});

test('idle teams are told since when, and nobody’s number goes along', () => {
  const groups = teamGroups([
    idle('Tổ Ấp 1', unit(5, 'Ấp 1', 'hamlet', 'Ấp 1 (xã Vĩnh Thạnh cũ), xã Lấp Vò'), '2026-09-02', [cluster, unit(3, 'Xã Lấp Vò', 'commune'), unit(5, 'Ấp 1', 'hamlet')]),
    // The township is gone; its place today is the commune.
    idle('Ban Quản lý chợ', unit(178, 'Thị trấn Lấp Vò', 'commune'), '2026-03-13', [cluster, unit(3, 'Xã Lấp Vò', 'commune')], 'agency'),
    idle('Sở Y tế', unit(6, 'Cụm Lấp Vò', 'district'), null, [cluster], 'agency'),
    idle('Tổ thanh niên', unit(6, 'Cụm Lấp Vò', 'district'), null, [cluster], 'youth'),
  ]);
  expect(groups).toEqual([
    { name: 'Cụm Lấp Vò', cluster: 'Cụm Lấp Vò', lines: ['Sở Y tế – đồng chí Lê Thị Út, đơn vị chưa có buổi nào', 'Tổ thanh niên – đồng chí Lê Thị Út, Tổ chưa có buổi nào'] },
    {
      name: 'Xã Lấp Vò',
      cluster: 'Cụm Lấp Vò',
      lines: ['Ban Quản lý chợ – đồng chí Lê Thị Út, buổi gần nhất của đơn vị: 13/03/2026', 'Tổ Ấp 1 – đồng chí Lê Thị Út, buổi gần nhất của Tổ: 02/09/2026'],
    },
  ]);
  const text = message(groups, { ...ABOUT, kind: 'teams' });
  expect(text).not.toContain('0912345678');
  expect(text).toContain('hơn 30 ngày qua');
  expect(text).toContain('Kính gửi các Tổ, đơn vị thuộc cụm Lấp Vò,');
  expect(text).toContain('của các Tổ, đơn vị sau:');
});

const many = (name: string, of: string | null, n: number): Group => ({ name, cluster: of, lines: Array.from({ length: n }, (_, i) => `Ấp ${i + 1} – đồng chí Nguyễn Thị Bình Minh, chưa có buổi nào`) });

test('what Zalo would cut is said in parts, with nobody lost and nobody twice', () => {
  const groups = [many('Xã A', 'Cụm 1', 5), many('Xã B', 'Cụm 1', 80), many('Xã C', 'Cụm 1', 3)];
  const parts = partsOf(groups, ABOUT);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(message(part, ABOUT).length).toBeLessThanOrEqual(LONGEST);
  const said = parts.flat().flatMap(({ name, lines }) => lines.map((line) => `${name} ${line}`));
  expect(said).toEqual(groups.flatMap(({ name, lines }) => lines.map((line) => `${name} ${line}`)));
  expect(partsOf([many('Xã A', 'Cụm 1', 2), many('Xã C', 'Cụm 1', 3)], ABOUT)).toHaveLength(1);
});

test('a province writes to each cluster, a cluster to each commune', () => {
  const groups = [many('Xã A', 'Cụm 1', 1), many('Xã B', 'Cụm 2', 1), many('Xã C', 'Cụm 1', 1), many('Tỉnh Đồng Tháp', null, 1)];
  expect(receivers(groups).map(({ name, groups: of }) => [name, total(of)])).toEqual([['Cụm 1', 2], ['Cụm 2', 1], ['Tỉnh Đồng Tháp', 1]]);
  expect(receivers(groups.slice(0, 1).concat(groups.slice(2, 3))).map(({ name }) => name)).toEqual(['Xã A', 'Xã C']);
  expect(message(groups.filter(({ cluster: of }) => of === 'Cụm 1'), { ...ABOUT, area: 'Tỉnh Đồng Tháp' })).toContain('cộng đồng cụm 1,');
});
