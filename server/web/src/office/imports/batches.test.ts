import { expect, test } from 'vitest';
import { shortened, standingOf } from './batches';

const batch = { state: 'checked', faults: 0, added: 3, corrected: 0, progress: null } as const;

test('what can be done with a file next follows from what was found in it', () => {
  expect(standingOf(batch)).toBe('ready');
  expect(standingOf({ ...batch, added: 0, corrected: 2 })).toBe('ready');
  expect(standingOf({ ...batch, added: 0 })).toBe('nothing_new');
  expect(standingOf({ ...batch, faults: 1 })).toBe('faulty');
  expect(standingOf({ ...batch, state: 'applied', faults: 1 })).toBe('applied');
  expect(standingOf({ ...batch, state: 'undone' })).toBe('undone');
});

test('while somebody works on it, nothing else is to be done', () => {
  const progress = { phase: 'writing', done: 1, total: 3 } as const;
  expect(standingOf({ ...batch, progress })).toBe('working');
  expect(standingOf({ ...batch, state: 'checking' })).toBe('working');
});

test('a long name keeps its end, and no letter is cut in two', () => {
  expect(shortened('Danh sách.xlsx')).toBe('Danh sách.xlsx');
  const long = shortened(`${'😀'.repeat(250)}.xlsx`);
  expect([...long]).toHaveLength(200);
  expect(() => encodeURIComponent(long)).not.toThrow();
});
