import { expect, test } from 'vitest';
import type { Team } from '../../api/types';
import { closest, inOrder, matching } from './order';

const team = (name: string, home: string): Team => ({
  id: 0, kind: 'hamlet', name, home: { id: 0, level: 'hamlet', kind: 'ap', name: '', code: null, full_name: home },
  founded_on: '2024-01-01', dissolved_on: null, dissolves_on: null, decision_number: null, is_pilot: false, version: 1,
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
  // In "Tien" and "xã", but no word begins so.
  ['ien', 0],
  ['tien d', 1],
  ['Ấp 10,', 1],
])('%s finds %i', (typed, n) => expect(matching(TEAMS, typed)).toHaveLength(n));

test('the place that is called so comes before one where the words are spread', () => {
  const teams = [
    team('Tổ Ấp 1', 'Ấp 1, xã Bình Thành, huyện Lấp Vò'),
    team('Tổ thanh niên Võ Bình', 'Phường Cao Lãnh'),
    team('Tổ Ấp Võ Bình Lợi', 'Ấp Võ Bình Lợi, xã Tân Khánh'),
    team('Tổ Ấp Võ Bình', 'Ấp Võ Bình, xã Vĩnh Thạnh'),
  ];
  expect(closest(teams, 'vo binh').map(({ name }) => name)).toEqual(['Tổ Ấp Võ Bình', 'Tổ Ấp Võ Bình Lợi', 'Tổ thanh niên Võ Bình', 'Tổ Ấp 1']);
});
