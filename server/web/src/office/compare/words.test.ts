import { expect, test } from 'vitest';
import { baseText, changeText, plainValue, rate, sourceText, valueText } from './words';

const perThousand = { per: 'population', scale: 1000 } as const;
const share = { per: null, scale: 100 } as const;
const count = { per: null, scale: 1 } as const;

test('a rate always has one decimal, and never says nothing of something', () => {
  expect([rate(12), rate(1234.5), rate(-0.3)]).toEqual(['12,0', '1.234,5', '−0,3']);
  expect(valueText({ value: 0, numerator: 1, denominator: 90_000 }, perThousand)).toBe('<0,1');
  expect(valueText({ value: null, numerator: 12, denominator: null }, perThousand)).toBe('—');
});

test('a share shows what it is a share of', () => {
  expect(valueText({ value: 79.1, numerator: 551, denominator: 697 }, share)).toBe('551/697  79,1%');
  expect([58.25, 100, 0].map((value) => plainValue(value, share))).toEqual(['58,3%', '100%', '0%']);
  expect(plainValue(40.5, count)).toBe('40,5');
  expect(plainValue(1240, count)).toBe('1.240');
});

test('a change is one kind of number, and nothing where too little was counted', () => {
  const change = { numerator: 0, denominator: null, difference: 0, percent: null };
  expect(changeText({ ...change, kind: 'new', difference: 7 })).toBe('—');
  expect(changeText({ ...change, kind: 'absolute', difference: -3 })).toBe('—');
  expect(changeText({ ...change, kind: 'percent', difference: 20, percent: 18.2 })).toBe('+18,2%');
  expect(changeText({ ...change, kind: 'percent', difference: 1100, percent: 1100 })).toBe('+1.100,0%');
  expect(changeText({ ...change, kind: 'points', difference: 3.1 })).toBe('+3,1 điểm %');
  expect(changeText(null)).toBe('—');
});

test('the figure of then is told as the one of now', () => {
  const then = { kind: 'percent' as const, numerator: 46, denominator: 20_000, difference: 0, percent: null };
  expect(baseText(then, perThousand)).toBe('2,3');
  expect(baseText({ ...then, numerator: 0 }, perThousand)).toBe('0,0');
  expect(baseText({ ...then, numerator: 1, denominator: 90_000 }, perThousand)).toBe('<0,1');
  expect(baseText({ ...then, denominator: null }, perThousand)).toBe('—');
  expect(baseText(then, count)).toBe('46');
  expect(baseText({ ...then, numerator: 12, denominator: 55 }, share)).toBe('21,8%');
  expect(baseText(null, count)).toBe('—');
});

test('a source is named as it was written', () => {
  expect(sourceText('Niên giám thống kê')).toBe('Niên giám thống kê');
});
