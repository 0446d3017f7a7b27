import { expect, test } from 'vitest';
import { broughtBy, enteredBy, summary } from './words';

const [LAN, KHOA, BAO] = [{ id: 1, name: 'Lan' }, { id: 2, name: 'Khoa' }, { id: 3, name: 'Bảo' }];
const ofLan = { recorded_by: LAN, submitted_by: LAN, conducted_by: LAN, source: 'web' as const, state: 'pending' as const, may: ['approve' as const] };
const fromPaper = { ...ofLan, recorded_by: KHOA, submitted_by: KHOA, source: 'paper' as const };

test('what its author sent needs no word', () => expect(enteredBy(ofLan, BAO.id)).toBe(''));

test('whoever decides on a sheet of paper sees who typed it in, also where it names nobody', () => {
  expect(enteredBy(fromPaper, BAO.id)).toBe('Khoa nhập từ phiếu giấy');
  expect(enteredBy({ ...fromPaper, conducted_by: null }, BAO.id)).toBe('Khoa nhập từ phiếu giấy');
});

test('what a file brought in is told from what was sent from a phone', () => {
  expect(enteredBy({ ...fromPaper, source: 'import' }, BAO.id)).toBe('Khoa nhập từ tệp');
  expect(broughtBy({ ...fromPaper, source: 'import' }, BAO.id)).toBe('Khoa nhập từ tệp');
  expect(broughtBy(ofLan, BAO.id)).toBe(null);
});

test('of what the level above decides it is said who entered it', () => {
  expect(enteredBy({ ...fromPaper, may: [] }, KHOA.id)).toBe('bạn nhập từ phiếu giấy');
  expect(enteredBy({ ...ofLan, submitted_by: BAO, may: [] }, KHOA.id)).toBe('Bảo nhập');
});

test('where all have flags, none is said to come first', () => {
  const [clean, flagged] = [[], [{ code: 'large' as const, detail: '', params: {} }]].map((flags) => ({ flags, waiting_since: '2026-11-17T02:00:00Z' }));
  expect(summary([flagged!, clean!])).toBe('1 buổi có cảnh báo xếp trước · chờ lâu nhất từ 17/11');
  expect(summary([flagged!, flagged!])).toBe('Chờ lâu nhất từ 17/11');
  expect(summary([clean!])).toBe('Không buổi nào có cảnh báo · chờ lâu nhất từ 17/11');
});
