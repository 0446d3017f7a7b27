import { expect, test } from 'vitest';
import { barsOf } from './qr';

test('a row of dark squares is one bar', () => {
  expect(barsOf([[true, true, false, true], [false, false, false, false], [true, true, true, true]])).toBe(
    'M0 0h2v1h-2zM3 0h1v1h-1zM0 2h4v1h-4z',
  );
});
