import { expect, test } from 'vitest';
import { beside, keptFirst, lost } from './merging';

const BLANK = { first_time: null, female: null, elderly: null, households: null, volunteers: null };
const OURS = { ...BLANK, participants: 25, female: 12, services: [{ service: 'edongthap' as const, assisted: 25, completed: 12 }] };
const THEIRS = { ...BLANK, participants: 27, services: [{ service: 'vneid' as const, assisted: 20, completed: null }] };

test('what either of the two has stands beside what the other has', () => {
  expect(beside(OURS, THEIRS, String)).toEqual([
    { key: 'turns', left: ['25'], right: ['27'], isMarked: true },
    { key: 'service-edongthap', service: 'edongthap', left: ['25', '12'], right: ['–', '–'], isMarked: true },
    { key: 'service-vneid', service: 'vneid', left: ['–', '–'], right: ['20', '–'], isMarked: true },
    { key: 'female', left: ['12'], right: ['–'], isMarked: true },
  ]);
});

test('what only the dropped record has is told, as it is not added', () => {
  expect(lost(OURS, THEIRS).map(({ key }) => key)).toEqual(['service-vneid']);
  expect(lost(THEIRS, OURS).map(({ key }) => key)).toEqual(['service-edongthap', 'female']);
});

test('the same numbers do not differ', () => {
  expect(beside(OURS, OURS, String).some(({ isMarked }) => isMarked)).toBe(false);
});

test('an approved session stands for both before one that waits', () => {
  expect(keptFirst({ state: 'pending' }, { state: 'approved' })).toBe('theirs');
  expect(keptFirst({ state: 'pending' }, { state: 'pending' })).toBe('mine');
  expect(keptFirst({ state: 'approved' }, { state: 'approved' })).toBe('mine');
});
