import { expect, test } from 'vitest';
import { descending, ends, labelled, linePath, linear, median, share, spread, ticks } from './scale';

test('ticks are round, start at zero and cover the largest', () => {
  expect(ticks(1682)).toEqual([0, 500, 1000, 1500, 2000]);
  expect(ticks(87)).toEqual([0, 50, 100]);
  expect(ticks(3)).toEqual([0, 1, 2, 3]);
  expect(ticks(1)).toEqual([0, 1]);
  expect(ticks(0)).toEqual([0, 1]);
});

test('a scale runs from zero, also downwards, and survives an empty range', () => {
  expect(linear(200, 0, 100)(50)).toBe(25);
  expect(linear(200, 100, 0)(50)).toBe(75);
  expect(linear(0, 0, 100)(0)).toBe(0);
});

test('points are spread evenly and one stands in the middle', () => {
  expect([0, 1, 2].map(spread(3, 10, 50))).toEqual([10, 30, 50]);
  expect(spread(1, 10, 50)(0)).toBe(30);
  expect(linePath([{ x: 1, y: 2 }, { x: 3, y: 4.25 }])).toBe('M1.0 2.0L3.0 4.3');
});

test('the median of an even number lies between, of none is none', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, null]);
  expect(share(1, 0)).toBe(0);
});

test('sorting leaves the given list alone', () => {
  const given = [1, 3, 2];
  expect(descending(given, (n) => n)).toEqual([3, 2, 1]);
  expect(given).toEqual([1, 3, 2]);
});

test('when labels would touch some stay away, never the last', () => {
  const all = Array.from({ length: 12 }, (_, i) => i);
  expect(all.filter(labelled(12, 600, 30))).toEqual(all);
  expect(all.filter(labelled(12, 200, 40))).toEqual([2, 5, 8, 11]);
});

test('equals share the first place and the last', () => {
  const of = (...values: number[]) => ends(values.map((value, i) => ({ value, name: 'ABCDE'[i] ?? '' })), ({ value }) => value);
  const names = (items: readonly { name: string }[]) => items.map(({ name }) => name).join('');
  const three = of(5, 0, 0);
  expect([names(three.top), names(three.bottom)]).toEqual(['A', 'BC']);
  const equal = of(2, 2);
  expect([names(equal.top), names(equal.bottom)]).toEqual(['AB', 'AB']);
  expect(of().bottom).toEqual([]);
});
