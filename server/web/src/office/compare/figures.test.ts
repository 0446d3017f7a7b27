import { expect, test } from 'vitest';
import { figuresOf, levelsOf, perOf, signed } from './figures';

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
