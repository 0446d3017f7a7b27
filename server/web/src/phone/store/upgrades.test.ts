import { expect, test } from 'vitest';
import { missing, UPGRADES, VERSION } from './upgrades';

test('each version is one step further, and a phone takes only the steps that it lacks', () => {
  expect(VERSION).toBe(UPGRADES.length);
  expect(missing(0)).toEqual(UPGRADES);
  expect(missing(1)).toEqual(UPGRADES.slice(1));
  expect(missing(VERSION)).toEqual([]);
});

test('every step only adds, and numbers what waits', async () => {
  const made: string[] = [];
  const createObjectStore = (name: string) => {
    expect(made).not.toContain(name);
    made.push(name);
    return { createIndex: () => {}, put: async () => {} };
  };
  const waiting = [{ id: 'a' }, { id: 'b' }];
  const numbered: unknown[] = [];
  const inside = { objectStore: () => ({ getAll: async () => waiting, put: async (item: unknown) => void numbered.push(item) }) };
  for (const upgrade of UPGRADES) await upgrade({ createObjectStore } as never, inside as never);
  expect(numbered).toEqual([{ id: 'a', seq: 1 }, { id: 'b', seq: 2 }]);
  expect(made).toEqual(['unsent', 'drafts', 'habits', 'sessions', 'photos', 'tally', 'meta']);
});
