import { expect, test } from 'vitest';
import type { Member } from '../../api/types';
import { mayComeBack, roster } from './roster';

const time = (user_id: number, joined_on: string, left_on: string | null, role: Member['role'] = 'member'): Member => ({
  user_id, name: `N${user_id}`, phone: null, role, organisation: null, joined_on, left_on, has_secret: true, version: 1,
});

test('each time in a team stands where its days are', () => {
  const lan = time(1, '2022-07-15', '2026-11-20', 'leader');
  const again = time(1, '2026-11-20', null);
  const mai = time(2, '2026-11-20', '2026-12-01', 'leader');
  const next = time(3, '2026-12-01', null, 'leader');
  const gone = time(4, '2023-01-01', '2024-01-01');
  const found = roster([lan, again, mai, next, gone], '2026-11-21');
  expect(found).toEqual({ present: [again, mai], coming: [next], past: [gone, lan], leaders: [mai] });
  expect([mayComeBack(gone, found), mayComeBack(lan, found)]).toEqual([true, false]);
});
