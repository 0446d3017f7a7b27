import { expect, test } from 'vitest';
import { queueOf, shortened, standingOf } from './batches';

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

test('the sessions of a file are opened where most of them stand', () => {
  const waiting = { clean: 3, flagged: 1, approved: 0 };
  expect(queueOf({ waiting, may: ['approve', 'undo'] })).toBe('pending');
  expect(queueOf({ waiting, may: ['undo'] })).toBe('above');
  expect(queueOf({ waiting: { clean: 0, flagged: 0, approved: 4 }, may: ['undo'] })).toBe('approved');
  expect(queueOf({ waiting: { clean: 0, flagged: 1, approved: 3 }, may: ['undo'] })).toBe('above');
});
