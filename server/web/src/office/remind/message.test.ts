import { expect, test } from 'vitest';
import type { CoverRow, CoverState, IdleTeam, Unit } from '../../api/types';
import { hamletGroups, message, teamGroups, total, type About } from './message';

const unit = (id: number, name: string, level: Unit['level'], full_name?: string): Unit => ({ id, name, level, kind: '', code: null, ...(full_name && { full_name }) });
const hamlet = (name: string, commune: string, state: CoverState, leader: string | null = null): CoverRow => ({
  unit: unit(1, name, 'hamlet', `${name}, ${commune.toLowerCase()}`),
  path: [unit(2, 'Cụm Lấp Vò', 'district'), unit(3, commune, 'commune')],
  team: state === 'no_team' ? null : { id: 1, name: `Tổ ${name}`, leader },
  states: ['active', state],
  last_session_on: null,
  sessions: 0,
  participants: 0,
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
    { name: 'Xã Lấp Vò', lines: ['Khóm 1'] },
    { name: 'Xã Mỹ An Hưng', lines: ['Ấp 2 – Tổ trưởng Nguyễn Văn Tám', 'Ấp 10'] },
  ]);
  expect(total(hamletGroups(rows))).toBe(3);
  expect(hamletGroups(rows.filter(({ states }) => states[1] !== 'silent'))).toEqual([]);
});

test('the message says which month, until when, who asks and where to go', () => {
  const text = message(hamletGroups(rows), ABOUT);
  expect(text).toBe(`Kính gửi các Tổ công nghệ số cộng đồng cụm Lấp Vò,

Đến ngày 22/11/2026, Nhật ký Tổ số chưa ghi nhận buổi hướng dẫn nào trong tháng 11/2026 tại các khóm, ấp sau:

Xã Lấp Vò:
- Khóm 1

Xã Mỹ An Hưng:
- Ấp 2 – Tổ trưởng Nguyễn Văn Tám
- Ấp 10

Nếu đã có buổi, nhờ các anh chị ghi giúp tại https://nhatky.example/. Nếu không phát sinh buổi nào hoặc cần hỗ trợ, xin nhắn lại để tôi biết.

Trân trọng cảm ơn các anh chị.

Trần Minh Khoa
Cán bộ Đoàn, Cụm Lấp Vò`);
});

test('one commune is spoken to by its name', () => {
  const [first] = hamletGroups(rows);
  expect(message(first ? [first] : [], ABOUT)).toContain('Kính gửi các Tổ công nghệ số cộng đồng xã Lấp Vò,');
});

const idle = (name: string, home: Unit, last: string | null): IdleTeam => ({
  team: { id: 1, kind: 'hamlet', name, home, founded_on: '2023-01-01', dissolved_on: null, decision_number: null, is_pilot: false, version: 1 },
  last_session_on: last, days: null, leader: { name: 'Lê Thị Út', phone: '0912345678' },
});

test('idle teams are told since when, and nobody’s number goes along', () => {
  const groups = teamGroups([
    idle('Tổ Ấp 1', unit(5, 'Ấp 1', 'hamlet', 'Ấp 1 (xã Vĩnh Thạnh cũ), xã Lấp Vò'), '2026-09-02'),
    idle('Tổ thanh niên', unit(6, 'Cụm Lấp Vò', 'district'), null),
  ]);
  expect(groups).toEqual([
    { name: 'Cụm Lấp Vò', lines: ['Tổ thanh niên – Tổ trưởng Lê Thị Út, chưa có buổi nào'] },
    { name: 'Xã Lấp Vò', lines: ['Tổ Ấp 1 – Tổ trưởng Lê Thị Út, buổi gần nhất 02/09/2026'] },
  ]);
  const text = message(groups, { ...ABOUT, kind: 'teams' });
  expect(text).not.toContain('0912345678');
  expect(text).toContain('hơn 30 ngày qua');
  expect(text).toContain('Kính gửi các Tổ, đơn vị thuộc cụm Lấp Vò,');
});
