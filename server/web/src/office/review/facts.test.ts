import { expect, test } from 'vitest';
import type { LastDecision, ListedSession, Session } from '../../api/types';
import { afterMerging, clean, compared, etagOf, following, goesOn, isLate, isSentAgain, isUnusual, markable, neighbour, otherTeam } from './facts';

const format = String;
const session = {
  state: 'pending',
  recorded_by: { id: 1, name: '' },
  submitted_by: { id: 1, name: '' },
  flags: [],
  participants: 120,
  services: [
    { service: 'cashless_account', assisted: 80, completed: 64 },
    { service: 'safety', assisted: 30, completed: null },
  ],
  female: 70,
  first_time: null,
  elderly: 0,
  households: null,
  volunteers: null,
  note: null,
  may: ['approve', 'return', 'refuse'],
} as unknown as ListedSession;

test('numbers stand beside the usual ones, blank is not zero', () => {
  const usual = { sessions: 20, participants: 22, services: { cashless_account: { assisted: 20, completed: 9 } } };
  expect(compared(session, usual, format)).toEqual([
    { key: 'turns', left: ['120'], right: ['22'], isMarked: true },
    { key: 'service-cashless_account', service: 'cashless_account', left: ['80', '64'], right: ['20', '9'], isMarked: true },
    { key: 'service-safety', service: 'safety', left: ['30', '–'], right: ['–', '–'], isMarked: false },
    { key: 'female', left: ['70'], right: [''], isMarked: false },
    { key: 'elderly', left: ['0'], right: [''], isMarked: false },
  ]);
});

test('three times the usual is unusual, but nothing is unusual for a new team', () => {
  expect([isUnusual(66, 22), isUnusual(65, 22), isUnusual(5, 0), isUnusual(5, null)]).toEqual([true, false, false, false]);
});

test('a return can point at what the session has', () => {
  expect(markable(session)).toContain('services.cashless_account.completed');
  expect(markable(session)).not.toContain('services.safety.completed');
  expect(markable(session)).not.toContain('note');
});

test('only waiting sessions without flags are approved together', () => {
  const flagged = { ...session, flags: [{ code: 'large' as const, detail: '', params: {} }] };
  const done = { ...session, state: 'approved' as const };
  const byStaff = { ...session, may: [] };
  expect(clean([session, flagged, done, byStaff])).toEqual([session]);
});

test('J and K walk the queue and stop at its ends', () => {
  const ids = ['a', 'b', 'c'];
  expect([neighbour(ids, 'a', 1), neighbour(ids, 'c', 1), neighbour(ids, 'a', -1), neighbour(ids, 'x', 1)]).toEqual(['b', null, null, 'a']);
});

test('after a decision comes the next one that the reviewer may decide', () => {
  const ours = (id: string) => ({ ...session, id });
  const theirs = (id: string) => ({ ...session, id, may: [] });
  const queue = [ours('a'), ours('b'), theirs('above'), ours('c')];
  expect(following(queue, 'b')).toBe('c');
  expect(following(queue, 'c')).toBe('b');
  expect(following([theirs('above'), ours('b')], 'b')).toBe('above');
  expect(following([ours('b')], 'b')).toBe(null);
});

test('after two were made one the place in the queue is kept', () => {
  const queue = ['a', 'b', 'c'].map((id) => ({ ...session, id }));
  expect([afterMerging(queue, 'c', 'b'), afterMerging(queue, 'approved before', 'b'), afterMerging(queue, 'approved before', 'c')]).toEqual(['c', 'c', 'b']);
});

test('after the last without flags nobody is led back to a flagged one', () => {
  const flagged = { ...session, flags: [{ code: 'large' as const, detail: '', params: {} }] };
  expect([goesOn(session, flagged), goesOn(session, { ...flagged, may: [] }), goesOn(session, session)]).toEqual([false, true, true]);
  expect([goesOn(flagged, flagged), goesOn(session, undefined)]).toEqual([true, true]);
});

test('sent again is what its author sent, not what a reviewer took back', () => {
  const of = (action: string, at: string) => isSentAgain({ state: 'pending', changed_at: '2026-11-20T08:00:00Z', review: { action, at } as LastDecision });
  expect([of('returned', '2026-11-19T08:00:00Z'), of('reopened', '2026-11-20T08:00:00Z'), of('reopened', '2026-11-19T08:00:00Z')]).toEqual([true, false, true]);
});

test('late is more than five working days, weekends skipped', () => {
  const sent = (day: string, today: string) => isLate({ state: 'pending', waiting_since: `${day}T05:00:00Z` }, today);
  expect([sent('2026-11-15', '2026-11-21'), sent('2026-11-16', '2026-11-21')]).toEqual([true, false]);
  expect([sent('2026-11-12', '2026-11-20'), sent('2026-11-13', '2026-11-20')]).toEqual([true, false]);
});

test('the version is the etag', () => expect(etagOf({ version: 3 })).toBe('"v3"'));

test('a hamlet team at home is not named twice', () => {
  const place = { name: 'Ấp 1' } as Session['place'];
  const team = (name: string, kind: Session['team']['kind']) => ({ id: 1, name, kind });
  expect(otherTeam({ place, team: team('Tổ công nghệ số cộng đồng ấp 1, xã Lấp Vò', 'hamlet') })).toBe(null);
  expect(otherTeam({ place, team: team('Tổ thanh niên xã Lấp Vò', 'youth') })).toBe('Tổ thanh niên xã Lấp Vò');
});
