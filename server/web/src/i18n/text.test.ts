import { expect, test } from 'vitest';
import { fold, inside, sentence } from './text';

test('places are found without accents', () => {
  expect(fold('Huyện Lấp Vò, Đồng Tháp')).toBe('huyen lap vo, dong thap');
});

test('a place inside a name begins small, with its marks', () => {
  expect(inside('Ấp 1, xã Lấp Vò')).toBe('ấp 1, xã Lấp Vò');
  expect(inside('Khóm Đông Quới')).toBe('khóm Đông Quới');
});

test('a month that stands alone begins large', () => {
  expect(sentence('tháng 11/2026')).toBe('Tháng 11/2026');
});
