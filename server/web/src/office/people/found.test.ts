import { expect, test } from 'vitest';
import { foundPeople } from './found';

const person = (id: number, name: string, phone: string | null, created_at: string) => ({ id, name, phone, created_at });
const PEOPLE = [
  person(1, 'Lý Thị Kim Đào', '0916031935', '2023-01-03T01:00:00Z'),
  person(2, 'Lê Thị Đào', null, '2026-11-22T01:00:00Z'),
  person(3, 'Võ Văn Bảy', '0982000190', '2024-05-05T01:00:00Z'),
];
const ids = (typed: string) => foundPeople(PEOPLE, typed, 'newest').map(({ id }) => id);

test('who is in no team is found by a part of a name or number, the newest first', () => {
  expect(ids('')).toEqual([2, 3, 1]);
  expect(ids('thi dao')).toEqual([2, 1]);
  expect(ids('0982 000')).toEqual([3]);
  expect(ids('190')).toEqual([3]);
  expect(ids('ai khác')).toEqual([]);
});

test('names stand as in a Vietnamese list: by the given name, with its marks, then by the rest', () => {
  const names = ['Võ Văn Bảy', 'Lý Thị Đào', 'Trần Minh Khoa', 'Lê Thị Đào', 'Nguyễn Văn Dũng', 'An'];
  const sorted = foundPeople(names.map((name, id) => person(id, name, null, '')), '', 'name');
  expect(sorted.map(({ name }) => name)).toEqual(['An', 'Võ Văn Bảy', 'Nguyễn Văn Dũng', 'Lê Thị Đào', 'Lý Thị Đào', 'Trần Minh Khoa']);
});
