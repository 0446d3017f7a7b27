import { expect, test } from 'vitest';
import { inviteLink, tokenIn, typedCode } from './invitations';

test('a code is typed in groups of four, a link is short', () => {
  expect(typedCode('abcdefghjkmn')).toBe('ABCD-EFGH-JKMN');
  expect(typedCode('ABCD-EFGH-JKMN')).toBe('ABCD-EFGH-JKMN');
  expect(inviteLink('ABCDEFGHJKMN', 'https://to-so.vn')).toBe('https://to-so.vn/moi/ABCDEFGHJKMN');
});

test.each(['ABCD-EFGH-JKM0', 'abcdefghjkmo', ' abcd efgh jkm0 ', 'https://to-so.vn/moi/ABCDEFGHJKM0?x=1'])('%s is understood', (typed) => {
  expect(tokenIn(typed)).toBe('ABCDEFGHJKM0');
});

test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMN-P'])('%s is no code', (typed) => {
  expect(tokenIn(typed)).toBe(null);
});
