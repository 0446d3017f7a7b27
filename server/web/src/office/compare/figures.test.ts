import { expect, test } from 'vitest';
import { figuresOf, levelsOf, perOf, signed, sorted } from './figures';

test('what is offered fits the level', () => {
  expect(figuresOf(['edongthap'], 'commune')).toContain('hamlets_reached');
  expect(figuresOf(['edongthap'], 'commune')).toContain('services.edongthap.completed');
  expect(figuresOf([], 'hamlet')).not.toContain('hamlets_reached');
});

test('a count is set against people, visits against households, a share against nothing more', () => {
  expect(perOf('participants')).toBe('population');
  expect(perOf('households')).toBe('households');
  expect(perOf('on_time')).toBe(null);
});

test('levels are those below the unit', () => {
  expect(levelsOf('province')).toEqual(['district', 'commune', 'hamlet']);
  expect(levelsOf('commune')).toEqual(['hamlet']);
  expect(levelsOf('hamlet')).toEqual([]);
});

test('a change wears its sign', () => {
  expect([3, 0, -2].map((n) => signed(n, (m) => String(m).replace('-', '−')))).toEqual(['+3', '0', '−2']);
});

test('sorted by change, growth first; who had too little to tell comes last', () => {
  const row = (name: string, percent: number | null, kind: 'percent' | 'absolute' | 'points' = 'percent', difference = 0) => ({
    name,
    year_before: { kind, percent, difference, numerator: 0, denominator: null },
  });
  const rows = [row('A', -5), row('B', null, 'absolute', 82), row('C', 120), { name: 'D', year_before: null }, row('E', 0)];
  expect(sorted(rows, 'change').map(({ name }) => name)).toEqual(['C', 'E', 'A', 'B', 'D']);
  expect(sorted(rows, 'rank').map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(sorted([row('A', null, 'points', 1), row('B', null, 'points', 9)], 'change').map(({ name }) => name)).toEqual(['B', 'A']);
});
