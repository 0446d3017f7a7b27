import { expect, test } from 'vitest';
import { called } from './called';

test('who leads an agency’s team is in charge of it, in either language', () => {
  expect(called('Tổ trưởng là Lan. Để thay người, dùng “Đổi Tổ trưởng”.', 'agency')).toBe('Người phụ trách là Lan. Để thay người, dùng “Đổi người phụ trách”.');
  expect(called('tổ trưởng', 'agency')).toBe('người phụ trách');
  expect(called('Tổ phó', 'agency')).toBe('Phó phụ trách');
  expect(called('A team has one leader. Leader before', 'agency')).toBe('A team has one person in charge. Person in charge before');
  expect(called('The team has 2 leaders: Lan', 'agency')).toBe('The team has 2 people in charge: Lan');
});

test('every other team keeps its words', () => {
  for (const kind of ['hamlet', 'commune', 'youth'] as const) expect(called('Đổi Tổ trưởng', kind)).toBe('Đổi Tổ trưởng');
});
