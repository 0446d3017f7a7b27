import { expect, test } from 'vitest';
import { canonicalSecret } from './account';

test.each(['8496 2614', '8496-2614', ' 84962614 ', '8496\u00a02614', '8496–2614'])('a one-time code typed as it is shown, "%s", is its digits', (typed) => {
  expect(canonicalSecret(typed)).toBe('84962614');
});

test('a PIN in groups is its digits; a password is taken as it is', () => {
  expect(canonicalSecret('270 694')).toBe('270694');
  for (const password of ['duyet-buoi-2024', ' mot hai ba 123', '1234 5678 9012', '12-34-56-78-90']) expect(canonicalSecret(password)).toBe(password);
});
