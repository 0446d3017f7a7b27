import { expect, test } from 'vitest';
import type { SessionBody } from '../../api/types';
import type { Known } from '../sessions/recent';
import { doubts } from './doubts';

const body: SessionBody = { team_id: 1, place_id: 2, date: '2024-04-05', type: 'outing', participants: 25 };
const other = (more: Partial<Known> = {}): Known => ({ id: 'b', team_id: 1, place_id: 2, date: '2024-04-05', type: 'outing', nil: false, participants: 10, state: 'pending', ...more });

test('another session of the same team, day, place and type is asked about', () => {
  expect(doubts('a', body, [other()])).toEqual([{ is: 'again', turns: 10 }]);
});

test.each([
  ['itself', { id: 'a' }],
  ['another team', { team_id: 9 }],
  ['another day', { date: '2024-04-04' }],
  ['another place', { place_id: 9 }],
  ['another type', { type: 'home_visit' }],
  ['a nil report', { nil: true }],
  ['one withdrawn', { state: 'withdrawn' }],
])('%s is no twin', (_what, more) => {
  expect(doubts('a', body, [other(more)])).toEqual([]);
});

test('far more turns than usual are asked about, where something is usual', () => {
  const before = [8, 10, 12].map((participants, i) => other({ id: `b${i}`, date: `2024-03-0${i + 1}`, participants }));
  expect(doubts('a', { ...body, participants: 30 }, before)).toEqual([{ is: 'many', turns: 30, usual: 10 }]);
  expect(doubts('a', { ...body, participants: 29 }, before)).toEqual([]);
  expect(doubts('a', { ...body, participants: 300 }, before.slice(1))).toEqual([]);
});

test('a number like a phone in the note is asked about', () => {
  expect(doubts('a', { ...body, note: 'gọi 0912 345 678' }, [])).toEqual([{ is: 'personal' }]);
});
