import { expect, test } from 'vitest';
import { NOTHING_TYPED, typedOver, wordsOf } from './typed';

const ONE = 'Kính gửi các Tổ, phần một';
const TWO = 'Kính gửi các Tổ, phần hai';

test('what was typed over one message is there again after another was looked at', () => {
  const typed = typedOver(NOTHING_TYPED, ONE, `${ONE}. Hẹn gặp cuối tuần.`);
  expect(wordsOf(typed, TWO)).toBe(TWO);
  const both = typedOver(typed, TWO, '');
  expect(wordsOf(both, ONE)).toBe(`${ONE}. Hẹn gặp cuối tuần.`);
  expect(wordsOf(both, TWO)).toBe('');
});

test('a message can have its own words back', () => {
  const typed = typedOver(NOTHING_TYPED, ONE, 'Khác');
  expect(typedOver(typed, ONE, ONE)).toEqual(NOTHING_TYPED);
});
