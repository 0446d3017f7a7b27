import { expect, test } from 'vitest';
import { cutMarks, inPages } from './paper';

test('eight cards a page, the last one with what is left', () => {
  expect(inPages([...Array(17).keys()]).map((page) => page.length)).toEqual([8, 8, 1]);
  expect(inPages([])).toEqual([]);
});

test('a mark at both ends of every cut', () => {
  expect(cutMarks.match(/M/g)).toHaveLength(2 * (3 + 5));
  expect(cutMarks).toContain('M105 4V8');
  expect(cutMarks).toContain('M4 79.25H8');
});
