import { expect, test } from 'vitest';
import { foundPeople } from './found';

const person = (id: number, name: string, phone: string | null, created_at: string) => ({ id, name, phone, created_at });
const PEOPLE = [
  person(1, 'Lý Thị Kim Đào', '0916031935', '2023-01-03T01:00:00Z'),
  person(2, 'Lê Thị Đào', null, '2026-11-22T01:00:00Z'),
  person(3, 'Võ Văn Bảy', '0982000190', '2024-05-05T01:00:00Z'),
];
const ids = (typed: string) => foundPeople(PEOPLE, typed).map(({ id }) => id);

test('who is in no team is found by a part of a name or number, the newest first', () => {
  expect(ids('')).toEqual([2, 3, 1]);
  expect(ids('thi dao')).toEqual([2, 1]);
  expect(ids('0982 000')).toEqual([3]);
  expect(ids('190')).toEqual([3]);
  expect(ids('ai khác')).toEqual([]);
});
