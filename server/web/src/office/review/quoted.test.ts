import { expect, test } from 'vitest';
import { quoted, SLIP } from './quoted';

test('somebody is quoted, the system is not', () => {
  expect(quoted('Xem lại ngày')).toBe('“Xem lại ngày”');
  expect(quoted(SLIP)).toBe(SLIP);
  expect(quoted('Hoàn tác lần nhập tệp')).toBe('Hoàn tác lần nhập tệp');
});
