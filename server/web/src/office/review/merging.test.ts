import { expect, test } from 'vitest';
import { beside, keptFirst } from './merging';

const BLANK = { first_time: null, female: null, elderly: null, households: null, volunteers: null };
const OURS = { ...BLANK, participants: 25, female: 12, services: [{ service: 'edongthap' as const, assisted: 25, completed: 12 }] };
const THEIRS = { ...BLANK, participants: 27, services: [{ service: 'vneid' as const, assisted: 20, completed: null }] };

test('what either of the two has stands beside what the other has', () => {
  expect(beside(OURS, THEIRS, String)).toEqual([
    { key: 'turns', mine: '25', theirs: '27', differs: true },
    { key: 'service-edongthap', service: 'edongthap', mine: '12/25', theirs: '–', differs: true },
    { key: 'service-vneid', service: 'vneid', mine: '–', theirs: '20', differs: true },
    { key: 'female', mine: '12', theirs: '–', differs: true },
  ]);
});

test('the same numbers do not differ', () => {
  expect(beside(OURS, OURS, String).some(({ differs }) => differs)).toBe(false);
});

test('an approved session stands for both before one that waits', () => {
  expect(keptFirst({ state: 'pending' }, { state: 'approved' })).toBe('theirs');
  expect(keptFirst({ state: 'pending' }, { state: 'pending' })).toBe('mine');
  expect(keptFirst({ state: 'approved' }, { state: 'approved' })).toBe('mine');
});
