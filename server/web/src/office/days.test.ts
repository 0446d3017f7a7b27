import { expect, test } from 'vitest';
import { dayOfYear, dayTyped, dayWritten, withStrokes } from './days';

test.each(['05/10/2026', '5/10/2026', '5.10.2026', '5-10-26', '05 10 2026', '05102026', '2026-10-05', ' 05/10/2026 '])('%s is the fifth of October', (typed) =>
  expect(dayTyped(typed)).toBe('2026-10-05'),
);

test.each(['', '05/10', '31/02/2026', '13/13/2026', '0510202', '10/2026', 'hôm qua', '00/01/2026', '05//10/2026'])('%s is no day', (typed) =>
  expect(dayTyped(typed)).toBe(''),
);

test('a leap day is one every four years', () => {
  expect(dayTyped('29/02/2028')).toBe('2028-02-29');
  expect(dayTyped('29/02/2027')).toBe('');
});

test.each(['19/11', '19/11/', '19.11', '19-11', ' 19 11 '])('%s is that day of this year', (typed) => expect(dayOfYear(typed, '2026-11-22')).toBe('2026-11-19'));

test('a day without its year is the last one, where it must not lie ahead', () => {
  const [today, last] = ['2026-11-22', (text: string) => dayOfYear(text, '2026-11-22', '2026-11-22')];
  expect([last('22/11'), last('23/11'), last('5/1'), last('29/2')]).toEqual(['2026-11-22', '2025-11-23', '2026-01-05', '2024-02-29']);
  expect([dayOfYear('23/11', today), dayOfYear('29/2', today)]).toEqual(['2026-11-23', '']);
});

test.each(['', '19', '32/11', '31/4', '0/1', '19/11/2', '19/11/26'])('%s is no day without its year', (typed) => expect(dayOfYear(typed, '2026-11-22', '2026-11-22')).toBe(''));

test('what is written is read again', () => expect(dayTyped(dayWritten('2026-10-05'))).toBe('2026-10-05'));

test.each(['05102026', '05/10/2026', '5/10/2026', '5.10.2026', '05-10-2026'])('key by key, %s is the fifth of October', (keys) =>
  expect(dayTyped([...keys].reduce((text, key) => withStrokes(text + key, text), ''))).toBe('2026-10-05'),
);

test('who types digits alone gets the strokes, and may take them away', () => {
  expect(withStrokes('05', '0')).toBe('05/');
  expect(withStrokes('05/10', '05/1')).toBe('05/10/');
  expect(withStrokes('05', '05/')).toBe('05');
  expect(withStrokes('5/', '5')).toBe('5/');
});
