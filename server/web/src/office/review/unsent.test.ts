import { expect, test } from 'vitest';
import { me } from '../../account/account';
import type { Me } from '../../api/types';
import { NOTHING, dropTyped, keepTyped, typedBefore } from './unsent';

const enter = (id: number) => (me.value = { user: { id } } as Me);
const WORDS = { reasons: ['other'], fields: ['/date'], comment: 'Ghi lại giúp em' };

test('What was typed is kept for that session and that box, until it is decided', () => {
  enter(1);
  keepTyped('a', 'return', WORDS);
  expect(typedBefore('a', 'return')).toEqual(WORDS);
  expect(typedBefore('a', 'refuse').comment).toBe('');
  expect(typedBefore('b', 'return').comment).toBe('');
  keepTyped('a', 'merge', { ...NOTHING, comment: 'Hai Tổ cùng đi' });
  dropTyped('a');
  expect(typedBefore('a', 'merge').comment).toBe('');
  expect(typedBefore('a', 'return').comment).toBe('');
});

test('Nobody else finds it, nor does its author once somebody else was there', () => {
  enter(1);
  keepTyped('a', 'return', WORDS);
  enter(2);
  expect(typedBefore('a', 'return').comment).toBe('');
  enter(1);
  expect(typedBefore('a', 'return').comment).toBe('');
});
