import { expect, test } from 'vitest';
import vectors from '../../../../../tests/golden/content_hash.json';
import { hashOf } from './hash';

test.each(vectors)('$what', async ({ body, hash }) => {
  expect(await hashOf(JSON.stringify(body))).toBe(hash);
});
