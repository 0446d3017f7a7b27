import { expect, test } from 'vitest';
import type { Session } from '../../api/types';
import { since, withReceived } from './received';

const session = (id: string, version: number) => ({ id, version }) as Session;

test('only a receipt that a list was not read with is news', () => {
  const [a, b, amended] = [session('a', 1), session('b', 1), session('a', 2)];
  expect(since({ a, b }, { a })).toEqual([b]);
  expect(since({ a: amended }, { a })).toEqual([amended]);
});

test('a session received stands in the list once, in its newest version', () => {
  const [a, b, amended] = [session('a', 1), session('b', 3), session('a', 2)];
  expect(withReceived([a, b], [amended, session('b', 2), session('c', 1)])).toEqual([session('c', 1), amended, b]);
});
