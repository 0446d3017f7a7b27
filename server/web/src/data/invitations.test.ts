import { expect, test } from 'vitest';
import { inviteLink, typedCode } from './invitations';

test('a code is typed in groups of four, a link is short', () => {
  expect(typedCode('abcdefghjkmn')).toBe('ABCD-EFGH-JKMN');
  expect(typedCode('ABCD-EFGH-JKMN')).toBe('ABCD-EFGH-JKMN');
  expect(inviteLink('ABCDEFGHJKMN', 'https://to-so.vn')).toBe('https://to-so.vn/moi/ABCDEFGHJKMN');
});
