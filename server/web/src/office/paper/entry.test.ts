import { expect, test } from 'vitest';
import type { Member, Session } from '../../api/types';
import { blankEntry, bodyOfEntry, enteredOn, isBefore, membersOn, nextEntry } from './entry';

const services = ['edongthap', 'vneid'];
const first = blankEntry({ id: 'a', team_id: 7, place_id: 9, services });
const filled = {
  ...first,
  form: {
    ...first.form,
    date: '2024-03-20',
    type: 'home_visit',
    audience: 'mixed',
    participants: 25,
    note: 'Chợ',
    services: { edongthap: { assisted: 20, completed: 12 }, vneid: { assisted: null, completed: null } },
    kept: { ...first.form.kept, conducted_by: 5 },
  },
};

test('the next sheet is the same team’s, and nothing that was counted', () => {
  const { id, form } = nextEntry(filled, 'b', services);
  expect(id).toBe('b');
  expect(form).toMatchObject({ team_id: 7, place_id: 9, type: 'home_visit', audience: 'mixed', date: '', participants: null, note: '' });
  expect(form.services).toEqual(first.form.services);
  expect(form.kept).toEqual({ source: 'paper', conducted_by: 5 });
});

test('what is sent says that it was on paper, and who conducted it', () => {
  const body = bodyOfEntry(filled, undefined);
  expect(body).toMatchObject({ source: 'paper', conducted_by: 5, participants: 25, services: [{ service: 'edongthap', assisted: 20, completed: 12 }] });
});

const member = (user_id: number, joined_on: string, left_on: string | null): Member => ({ user_id, joined_on, left_on, name: '', phone: null, role: 'member', organisation: null, has_secret: false }) as Member;

test('a team works from the day on which it was founded', () => {
  const days = ['', '2024-03-19', '2024-03-20'].map((date) => isBefore({ founded_on: '2024-03-20' }, date));
  expect(days).toEqual([false, true, false]);
});

test('only who was in the team on that day can have conducted it', () => {
  const members = [member(1, '2022-01-01', null), member(2, '2022-01-01', '2024-03-20'), member(2, '2024-06-01', null), member(3, '2024-03-20', null)];
  expect(membersOn(members, '2024-03-20').map(({ user_id }) => user_id)).toEqual([1, 3]);
  expect(membersOn(members, '').map(({ user_id }) => user_id)).toEqual([1, 2, 3]);
});

test('today’s sheets are those that came today, the last first, cancelled ones too', () => {
  const session = (id: string, received_at: string, more = {}) => ({ id, received_at, source: 'paper', state: 'pending', ...more }) as Session;
  const all = [
    session('a', '2026-11-21T02:00:00Z'),
    session('b', '2026-11-21T03:00:00Z'),
    session('c', '2026-11-20T16:00:00Z'),
    session('d', '2026-11-20T18:00:00Z'),
    session('e', '2026-11-21T04:00:00Z', { source: 'web' }),
    session('f', '2026-11-21T01:00:00Z', { state: 'withdrawn' }),
  ];
  expect(enteredOn(all, '2026-11-21').map(({ id }) => id)).toEqual(['b', 'a', 'f', 'd']);
});
