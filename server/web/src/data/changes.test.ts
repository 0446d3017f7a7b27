import { expect, test } from 'vitest';
import { realChanges } from './changes';

test('from blank to blank is no change, from zero to blank it is', () => {
  const changes = [
    { field: 'note', from: null, to: '' },
    { field: 'partner_ids', from: undefined, to: [] },
    { field: 'female', from: 0, to: null },
    { field: 'difficulties', from: [], to: ['weak_signal'] },
  ];
  expect(realChanges(changes).map(({ field }) => field)).toEqual(['female', 'difficulties']);
});
