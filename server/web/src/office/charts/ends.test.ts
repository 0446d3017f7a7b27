import { expect, test } from 'vitest';
import { endsText, nothingIn, type Nothing } from './ends';

const told = (values: readonly number[], nothing?: Nothing) =>
  endsText(values, { value: (n) => n, name: (n) => `nơi ${n}`, text: String, nothing });

test('one place is named, of equals nobody is', () => {
  expect(told([9, 4, 1])).toBe('Cao nhất: nơi 9 9. Thấp nhất: nơi 1 1.');
  expect(told([9, 0, 0], 'turns')).toBe('Cao nhất: nơi 9 9. 2 nơi chưa có lượt nào.');
  expect(told([9, 0, 0])).toBe('Cao nhất: nơi 9 9. 2 nơi cùng thấp nhất: 0.');
  expect(told([9, 0, 0], nothingIn('turns', 'provisional'))).toBe('Cao nhất: nơi 9 9. 2 nơi chưa có lượt nào.');
  expect(told([9, 0, 0], nothingIn('turns', 'official'))).toBe('Cao nhất: nơi 9 9. 2 nơi chưa có lượt đã duyệt.');
  expect(told([9, 9, 1, 1])).toBe('2 nơi cùng cao nhất: 9. 2 nơi cùng thấp nhất: 1.');
  expect(told([0, 0, 0], 'sessions')).toBe('3 nơi chưa có buổi nào.');
  expect(told([7, 7])).toBe('Cả 2 nơi bằng nhau: 7.');
});
