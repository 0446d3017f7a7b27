import { expect, test } from 'vitest';
import type { Worklist } from '../../api/types';
import { deskOf, DOORS } from './doors';

const NOTHING: Worklist = {
  as_of: '2026-11-21T05:00:00Z',
  month: '2026-11',
  pending: { n: 0, oldest_on: null, overdue: 0, own: 0 },
  flagged: { n: 0 },
  returned: { n: 0, oldest_on: null },
  hamlets_silent: { n: 0, of: 55 },
  teams_idle: { n: 0, of: 50, days: 30 },
  join_requests: { n: 0 },
  asked_back: { n: 0 },
};
const names = (doors: readonly { name: string }[]) => doors.map(({ name }) => name);

test('what waits for a decision comes before what others owe', () => {
  const desk = deskOf({
    ...NOTHING,
    pending: { n: 14, oldest_on: '2026-11-11', overdue: 1, own: 3 },
    join_requests: { n: 2 },
    hamlets_silent: { n: 22, of: 55 },
  });
  expect(names(desk.own)).toEqual(['pending', 'late', 'joining']);
  expect(desk.own[0]).toEqual({ name: 'pending', n: 11, since: '2026-11-11', mine: 3 });
  expect(desk.others).toEqual([{ name: 'hamlets', n: 22, of: 55 }]);
  expect(names(desk.done)).toEqual(['flagged', 'asked', 'returned', 'teams']);
});

test('of the flagged it is told when nothing else waits, for then none of them comes first', () => {
  const waits = (n: number, own: number) => deskOf({ ...NOTHING, pending: { n, oldest_on: '2026-11-17', overdue: 0, own }, flagged: { n: 4 } });
  const flagged = (n: number, own: number) => waits(n, own).own.find(({ name }) => name === 'flagged')?.isAll;
  expect([flagged(4, 0), flagged(6, 2), flagged(5, 0)]).toEqual([true, true, false]);
});

test('when all is done every door is a quiet one', () => {
  const desk = deskOf(NOTHING);
  expect([desk.own, desk.others]).toEqual([[], []]);
  expect(names(desk.done)).toEqual([...DOORS]);
});

test('of several areas each has its own number of hamlets, as coverage shows one at a time', () => {
  const part = (id: number, n: number) => ({ unit: { id, name: `Cụm ${id}` }, work: { ...NOTHING, hamlets_silent: { n, of: 30 } } });
  const desk = deskOf({ ...NOTHING, hamlets_silent: { n: 5, of: 60 } }, [part(1, 5), part(2, 0)]);
  expect(desk.others).toEqual([{ name: 'hamlets', n: 5, of: 30, area: { id: 1, name: 'Cụm 1' } }]);
  expect(desk.done.find(({ name }) => name === 'hamlets')?.area?.id).toBe(2);
});
