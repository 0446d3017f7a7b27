import { expect, test } from 'vitest';
import { missing, UPGRADES, VERSION } from './upgrades';

test('each version is one step further, and a phone takes only the steps that it lacks', () => {
  expect(VERSION).toBe(UPGRADES.length);
  expect(missing(0)).toEqual(UPGRADES);
  expect(missing(1)).toEqual(UPGRADES.slice(1));
  expect(missing(VERSION)).toEqual([]);
});

test('every step only adds', () => {
  const made: string[] = [];
  const createObjectStore = (name: string) => {
    expect(made).not.toContain(name);
    made.push(name);
    return { createIndex: () => {} };
  };
  for (const upgrade of UPGRADES) upgrade({ createObjectStore } as never, {} as never);
  expect(made).toEqual(['unsent', 'drafts', 'habits', 'sessions', 'photos', 'tally', 'meta']);
});
