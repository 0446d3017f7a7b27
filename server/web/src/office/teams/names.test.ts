import { expect, test } from 'vitest';
import { isHomeFor, spacedPhone, spoken } from './names';

test('only a youth team or an agency is at home on any level', () => {
  expect(isHomeFor('hamlet', 'commune')).toBe(false);
  expect(isHomeFor('commune', 'commune')).toBe(true);
  expect(isHomeFor('youth', 'province')).toBe(true);
});

test('codes and phones are read in groups', () => {
  expect(spoken('12345678')).toBe('1234 5678');
  expect(spacedPhone('0912345678')).toBe('0912 345 678');
  expect(spacedPhone('09xx xxx 123')).toBe('09xx xxx 123');
});
