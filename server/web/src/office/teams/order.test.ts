import { expect, test } from 'vitest';
import type { Team } from '../../api/types';
import { inOrder, matching } from './order';

const team = (name: string, home: string): Team => ({
  id: 0, kind: 'hamlet', name, home: { id: 0, level: 'hamlet', kind: 'ap', name: '', code: null, full_name: home },
  founded_on: '2024-01-01', dissolved_on: null, decision_number: null, is_pilot: false, version: 1,
});
const TEAMS = [
  team('Tổ Ấp 10', 'Ấp 10, xã Lấp Vò'),
  team('Tổ Ấp 2', 'Ấp 2, xã Lấp Vò'),
  team('Tổ Đồng Tiến', 'Ấp Đồng Tiến, phường Cao Lãnh'),
  team('Tổ xã', 'Xã Ea'),
];

test('by commune, then by name, numbers as numbers', () => {
  expect(inOrder(TEAMS).map(({ name }) => name)).toEqual(['Tổ Đồng Tiến', 'Tổ xã', 'Tổ Ấp 2', 'Tổ Ấp 10']);
});

test.each([
  ['dong tien', 1],
  ['lap vo ap 10', 1],
  ['ẤP lấp vò', 2],
  ['  ', 4],
  ['nowhere', 0],
])('%s finds %i', (typed, n) => expect(matching(TEAMS, typed)).toHaveLength(n));
