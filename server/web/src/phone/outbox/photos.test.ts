import { expect, test } from 'vitest';
import { networkProblem, problem } from '../../api/problem';
import { isRefusal } from './photos';

test.each([
  [409, 'wrong_user', false],
  [409, 'photo_conflict', true],
  [409, 'too_many_photos', true],
  [409, 'photo_not_at_home', true],
  [413, 'too_large', true],
  [415, 'unsupported_media_type', true],
  [422, 'photo_unreadable', true],
  [401, 'token_revoked', false],
  [403, 'csrf_failed', false],
  [429, 'too_many_tries', false],
  [503, 'busy', false],
])('%i %s: refused for good? %s', (status, code, refused) => {
  expect(isRefusal(problem({ status, code }))).toBe(refused);
});

test('no word of the server about the photo refuses none', () => {
  expect(isRefusal(networkProblem())).toBe(false);
  expect(isRefusal(networkProblem(404))).toBe(false);
  expect(isRefusal(new TypeError('bug'))).toBe(false);
});
