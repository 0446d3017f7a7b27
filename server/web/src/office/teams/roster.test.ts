import { expect, test } from 'vitest';
import type { Member } from '../../api/types';
import { roster } from './roster';

const TODAY = '2026-11-21';
const time = (user_id: number, joined_on: string, left_on: string | null, role: Member['role'] = 'member'): Member => ({
  user_id, name: `N${user_id}`, phone: null, role, organisation: null, joined_on, left_on, has_secret: true, is_disabled: false, is_in_reach: true, version: 1,
});
const ids = (list: readonly Member[]) => list.map(({ user_id }) => user_id);

test('each stands once where their days are', () => {
  const lan = [time(1, '2022-07-15', '2026-11-20', 'leader'), time(1, '2026-11-20', null)];
  const mai = time(2, '2026-11-20', '2026-12-01', 'leader');
  const next = time(3, '2026-12-01', null, 'leader');
  const gone = [time(4, '2023-01-01', '2024-01-01'), time(4, '2024-01-01', '2025-01-01', 'deputy')];
  const found = roster([...lan, mai, next, ...gone], TODAY);
  expect([ids(found.present), ids(found.coming), ids(found.past), ids(found.leaders)]).toEqual([[1, 2], [3], [4], [2]]);
  expect(found.past[0]).toMatchObject({ role: 'deputy', since: '2023-01-01' });
});

test('who changes roles has not left, and is there since they first joined', () => {
  const deputy = time(1, '2023-02-03', '2026-11-21', 'deputy');
  const found = roster([deputy, time(1, '2026-11-21', null, 'leader')], TODAY);
  expect(found.past).toEqual([]);
  expect(found.present).toMatchObject([{ role: 'leader', since: '2023-02-03', earlier: [{ role: 'deputy', joined_on: '2023-02-03', left_on: '2026-11-21' }] }]);
});

test('who comes back is there since that day', () => {
  const found = roster([time(1, '2023-02-03', '2024-01-01'), time(1, '2026-01-01', null)], TODAY);
  expect(found.present).toMatchObject([{ since: '2026-01-01', earlier: [{ joined_on: '2023-02-03' }] }]);
});

test('a role that begins later leaves the one of today where it is', () => {
  const found = roster([time(1, '2023-02-03', '2026-12-01'), time(1, '2026-12-01', null, 'leader')], TODAY);
  expect([ids(found.present), ids(found.coming), ids(found.past)]).toEqual([[1], [1], []]);
});
