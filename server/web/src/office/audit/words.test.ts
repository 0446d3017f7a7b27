import { expect, test } from 'vitest';
import type { LogEntry } from '../../api/types';
import { hrefOfObject, inWords, shownDetails, subjectOf } from './words';

const entry = (action: string, details: LogEntry['details'] = {}, more: Partial<LogEntry> = {}): LogEntry => ({
  id: 1, at: '2026-11-21T05:00:00Z', actor: null, action, object_type: 'team', object_id: '7', subject: null, is_gone: false, team_kind: null, place: null, people: [], details, ...more,
});

test('people are named, never numbered, and fields have words', () => {
  const people = [{ id: 3, name: 'Lan' }, { id: 5, name: 'Mai' }];
  expect(shownDetails(entry('team.leader_named', { on: '2026-11-21', user: 5, former: [3], stays: 'member' }, { people }))).toEqual([
    ['Thành viên', 'Mai'], ['Tổ trưởng trước', 'Lan (ở lại làm thành viên)'], ['Từ ngày', '21/11/2026'],
  ]);
  expect(shownDetails(entry('team.leader_named', { user: 5, former: [], stays: 'member' }, { people }))).toEqual([['Thành viên', 'Mai']]);
  expect(shownDetails(entry('team.changed', { fields: ['founded_on', 'name'] }))).toEqual([['Đã sửa', 'ngày thành lập, tên']]);
});

test('who leads an agency’s team is in charge of it', () => {
  const named = (team_kind: LogEntry['team_kind']) => entry('team.leader_named', { former: [3] }, { team_kind, people: [{ id: 3, name: 'Lan' }] });
  expect(['hamlet' as const, 'agency' as const, null].map((kind) => inWords(named(kind)))).toEqual(['đổi Tổ trưởng', 'đổi người phụ trách', 'đổi Tổ trưởng']);
  expect(shownDetails(named('agency'))).toEqual([['Người phụ trách trước', 'Lan']]);
});

test('what only machines read is not shown', () => {
  expect(shownDetails(entry('sign_in.succeeded', { device: '018f', method: 'GET' }))).toEqual([]);
});

test('a download tells its period and what was counted', () => {
  const filter = { period: '2026-Q1', state: 'provisional', by: 'commune' };
  expect(shownDetails(entry('report.downloaded', { rows: 1200, filter }))).toEqual([['Số dòng', '1.200'], ['Kỳ', 'quý I/2026'], ['Buổi được tính', 'Sơ bộ']]);
  expect(subjectOf(entry('report.downloaded', {}, { object_type: 'report', object_id: 'rollup.xlsx' }))).toBe('Biểu 01–03 (Excel)');
});

test('the same word means another thing of a team and of an invitation', () => {
  expect(shownDetails(entry('team.created', { kind: 'hamlet' }))).toEqual([['Loại', 'Tổ khóm, ấp']]);
  expect(shownDetails(entry('invitation.created', { kind: 'team' }))).toEqual([['Loại', 'mã chung của Tổ']]);
});

test('a team that was deleted is called as it was, or said to be gone', () => {
  expect(subjectOf(entry('team.deleted', { name: 'Tổ Ấp 9' }))).toBe('Tổ Ấp 9');
  expect(subjectOf(entry('team.changed', { fields: ['name'] }))).toBe('Tổ đã xóa');
  const gone = { subject: 'Tổ Ấp 9', is_gone: true };
  expect(shownDetails(entry('team.deleted', { name: 'Tổ Ấp 9', members: [3] }, { ...gone, people: [{ id: 3, name: 'Lan' }] }))).toEqual([['Đã ở trong Tổ', 'Lan']]);
  expect([subjectOf(entry('join.asked', { name: 'Hoa' }, gone)), shownDetails(entry('join.asked', { name: 'Hoa' }, gone))]).toEqual(['Tổ Ấp 9', [['Họ tên', 'Hoa']]]);
});

test('a list that was brought in is called by its file, and by its kind where nobody kept its name', () => {
  const named = entry('import.checked', { kind: 'sessions', file: 'buoi-thang-5.xlsx', rows: 12 }, { object_type: 'import', object_id: 'u' });
  expect([subjectOf(named), shownDetails(named)]).toEqual(['buoi-thang-5.xlsx', [['Loại', 'buổi'], ['Số dòng', '12']]]);
  const brought = entry('import.applied', { kind: 'teams', added: 12 }, { object_type: 'import', object_id: 'u' });
  expect([subjectOf(brought), shownDetails(brought), hrefOfObject(brought)]).toEqual(['Tổ', [['Thêm mới', '12']], '/van-phong/nhap-du-lieu/u']);
});

test('an entry leads to what it tells of, if that has a screen', () => {
  expect(hrefOfObject({ object_type: 'user', object_id: '7' })).toBe('/van-phong/nguoi-dung/7');
  expect(hrefOfObject({ object_type: 'user', object_id: '0' })).toBeNull();
  expect(hrefOfObject({ object_type: 'report', object_id: 'rollup.csv' })).toBeNull();
  expect(inWords({ action: 'user.disabled', team_kind: null })).toBe('khóa tài khoản');
});
