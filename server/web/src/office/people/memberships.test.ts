import { expect, test } from 'vitest';
import { isOnlyTeam, openTeams } from './memberships';

const time = (id: number, left_on: string | null) => ({ team: { id }, left_on });
const TODAY = '2026-11-22';

test('a team that somebody leaves today is theirs no more, one that they leave tomorrow is', () => {
  expect([...openTeams([time(1, TODAY), time(2, '2026-11-23'), time(3, null), time(3, '2025-01-01')], TODAY)]).toEqual([2, 3]);
});

test('who is in one team only would be in none', () => {
  expect(isOnlyTeam(3, [time(3, null), time(1, '2025-01-01'), time(3, '2025-01-01')], TODAY)).toBe(true);
  expect(isOnlyTeam(3, [time(3, null), time(1, null)], TODAY)).toBe(false);
  expect(isOnlyTeam(3, [time(3, TODAY)], TODAY)).toBe(false);
});
