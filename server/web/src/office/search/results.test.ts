import { expect, test } from 'vitest';
import type { Found } from '../../api/types';
import { AT_MOST, detailOfFound, foundWords, grouped, hrefOfFound, stepped, titleOfFound } from './results';

const found = (kind: Found['kind'], more: Partial<Found> = {}): Found => ({
  kind, id: '7', title: 'Xã Tân Hòa', detail: null, level: null, now: null, until: null, role: null, phone: null, state: null, ending: null, date: null, ...more,
});

test('a place that is no more says what it is today', () => {
  expect(titleOfFound(found('unit', { now: { name: 'Xã Phong Hoà', is_same: false } }))).toBe('Xã Tân Hòa (nay thuộc xã Phong Hoà)');
  expect(titleOfFound(found('unit', { title: 'Huyện Lấp Vò', now: { name: 'Cụm Lấp Vò', is_same: true } }))).toBe('Huyện Lấp Vò (nay là cụm Lấp Vò)');
});

test('what is found opens where it is looked after', () => {
  expect(hrefOfFound(found('session', { id: 'u', title: 'B-11111-22222' }))).toBe('/van-phong/duyet-buoi?receipt=B-11111-22222&session=u');
  expect(hrefOfFound(found('unit'))).toBe('/van-phong/bao-phu?unit=7');
  expect(hrefOfFound(found('team'))).toBe('/van-phong/to/7');
  expect(hrefOfFound(found('person'))).toBe('/van-phong/nguoi-dung/7');
});

test('namesakes are told apart', () => {
  expect(detailOfFound(found('unit', { level: 'commune', detail: 'Cụm Lai Vung' }))).toBe('Cấp xã · Cụm Lai Vung');
  expect(detailOfFound(found('person', { role: 'volunteer', detail: 'Tổ Ấp 1', phone: '0912345678' }))).toContain('Tổ Ấp 1 · 0912 345 678');
  expect(detailOfFound(found('person', { role: 'officer', until: '2026-11-20' }))).toContain(' · đã khóa');
});

test('only what was cancelled is called so', () => {
  const told = (ending: Found['ending']) => detailOfFound(found('session', { state: 'withdrawn', ending }));
  expect([told('merged'), told('undone'), told('withdrawn')]).toEqual(['Đã gộp vào buổi khác', 'Đã hoàn tác nhập tệp', 'Đã hủy']);
});

test('kinds stand together, in the order in which they came', () => {
  expect(grouped([found('unit'), found('unit'), found('person')]).map(({ kind, items }) => [kind, items.length])).toEqual([['unit', 2], ['person', 1]]);
});

test('who gets as many as were asked for is told that there may be more', () => {
  expect(foundWords(AT_MOST - 1)).toBe('11 kết quả');
  expect(foundWords(AT_MOST)).toBe('12 kết quả gần nhất. Gõ thêm để thu hẹp.');
});

test('the arrows go around, past what is typed', () => {
  expect([stepped(null, 1, 2), stepped(0, 1, 2), stepped(1, 1, 2), stepped(null, -1, 2), stepped(0, -1, 2), stepped(null, 1, 0)]).toEqual([0, 1, null, 1, null, null]);
});
