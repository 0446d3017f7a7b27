import { expect, test } from 'vitest';
import { idsIn } from './firstCodes';

test('an address names teams, each once and nothing else', () => {
  expect(idsIn('7,12,7,x,,-3,1.5')).toEqual([7, 12]);
  expect(idsIn(null)).toEqual([]);
});
