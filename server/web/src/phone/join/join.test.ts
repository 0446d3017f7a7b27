import { expect, test } from 'vitest';
import { check } from './check';
import { dropTyped, keepTyped, typedFor } from './kept';

const filled = { name: 'Võ Văn Út', phone: '0981 000 001', secret: '482915', again: '482915' };
const faults = (more: Partial<typeof filled>, isKnown = false) =>
  Object.entries(check({ ...filled, ...more }, isKnown))
    .filter(([, text]) => text)
    .map(([field]) => field);

test('a newcomer gives a name, a number and the same PIN twice', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ name: ' ', phone: '12', secret: '48' })).toEqual(['name', 'phone', 'secret']);
  expect(faults({ again: '482916' })).toEqual(['again']);
});

test('who has an account shows its present PIN, once', () => {
  expect(faults({ secret: 'whatever', again: '' }, true)).toEqual([]);
  expect(faults({ secret: '' }, true)).toEqual(['secret']);
});

test('an invitation is asked for under one id, however often its page is opened', () => {
  const first = typedFor('ABCDEFGHJKMN', 'Út');
  keepTyped('ABCDEFGHJKMN', { ...first, phone: '0981000001' });
  expect(typedFor('ABCDEFGHJKMN', '')).toEqual({ request_id: first.request_id, name: 'Út', phone: '0981000001' });
  dropTyped('ABCDEFGHJKMN');
  expect(typedFor('ABCDEFGHJKMN', '').request_id).not.toBe(first.request_id);
});
