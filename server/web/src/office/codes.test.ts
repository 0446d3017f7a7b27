import { expect, test } from 'vitest';
import { codeParts } from './codes';

test('a receipt and a phone number stand apart from the words around them', () => {
  expect(codeParts('Buổi B-7KQ2M-4TXWA · 0912 345 678')).toEqual(['Buổi ', 'B-7KQ2M-4TXWA', ' · ', '0912 345 678', '']);
  expect(codeParts('B-7KQ2M-4TXWA')).toEqual(['', 'B-7KQ2M-4TXWA', '']);
});

test('nothing else does', () => {
  for (const text of ['e‑Dongthap, ngày 21-11-2026', '1.000 345 678', 'Xã B-52', '']) expect(codeParts(text)).toEqual([text]);
});
