import { expect, test } from 'vitest';
import type { Limits } from '../../api/types';
import { check, fieldAt, looksPersonal, serverErrors } from './check';
import { blankForm, bodyOf, changed, formOf, nilBody, taughtAnew, type Form } from './form';
import { formField, stillStanding } from './marks';
import { readBack } from './readback';

const limits: Limits = {
  participants: 2000,
  households: 200,
  volunteers: 50,
  duration_min: 15,
  duration_max: 600,
  note: 500,
  comment: 500,
  co_teams: 10,
  other_places: 20,
  partners: 10,
  on_time_days: 3,
  late_days: 7,
  programme_start: '2022-01-01',
};
const rules = { limits, today: '2024-04-05', manyPerPerson: ['public_service_filing'] };
const client = { created_at: '2024-04-05T07:05:00Z', app_version: '1' };
const blank = blankForm({ team_id: 3, place_id: 7, date: '2024-04-05', type: 'outing', services: ['cashless_account', 'edongthap', 'vneid'] });

const filled = (more: Partial<Form> = {}): Form => ({
  ...blank,
  participants: 25,
  services: { ...blank.services, cashless_account: { assisted: 25, completed: 10 }, edongthap: { assisted: 20, completed: 12 } },
  ...more,
});
const errors = (more: Partial<Form>) => check(filled(more), rules);

test('a blank form lacks its numbers, and says so at their fields', () => {
  expect(check(blank, rules)).toEqual({
    participants: 'Vui lòng nhập số lượt người.',
    services: 'Ghi ít nhất một nội dung hướng dẫn.',
  });
  expect(check(filled(), rules)).toEqual({});
});

test('a part is never more than the whole', () => {
  expect(errors({ services: { edongthap: { assisted: 20, completed: 22 } } })).toEqual({
    'services.edongthap.completed': 'Số thành công (22) không được lớn hơn số được hướng dẫn (20).',
  });
  expect(Object.keys(errors({ participants: 22 }))).toEqual(['services.cashless_account.assisted']);
  expect(Object.keys(errors({ female: 26, elderly: 25 }))).toEqual(['female']);
});

test('one person may file several forms', () => {
  expect(errors({ services: { public_service_filing: { assisted: 2, completed: 7 } } })).toEqual({});
});

test('a result without how many were guided is half a row', () => {
  expect(errors({ services: { edongthap: { assisted: null, completed: 3 } } })).toEqual({
    'services.edongthap.assisted': 'Vui lòng nhập số được hướng dẫn.',
  });
});

test('days are between the programme and today', () => {
  expect(errors({ date: '2024-04-06' })['date']).toContain('05/04/2024');
  expect(errors({ date: '2021-12-31' })['date']).toContain('01/01/2022');
  expect(errors({ date: '' })['date']).toBeTruthy();
});

test('going from house to house counts houses; a broadcast may teach nothing', () => {
  expect(errors({ type: 'home_visit' })).toEqual({ households: 'Vui lòng nhập số hộ đến tận nhà.' });
  expect(errors({ type: 'home_visit', households: 6 })).toEqual({});
  expect(check({ ...blank, participants: 0, type: 'broadcast' }, rules)).toEqual({});
  expect(check({ ...blank, participants: 9, type: 'training_class', audience: 'team_members' }, rules)).toEqual({});
});

test('what can not be read and what is out of range is refused', () => {
  expect(errors({ participants: NaN })['participants']).toBe('Chỉ nhập số, ví dụ 25.');
  expect(errors({ participants: 2001 })['participants']).toBe('Nhập số từ 0 đến 2.000.');
  expect(errors({ duration_min: 5 })['duration_min']).toBe('Nhập số từ 15 đến 600.');
});

test('blank is not sent, zero is; a service row left blank is not there', () => {
  const body = bodyOf(filled({ female: 0, services: { ...filled().services, safety: { assisted: 5, completed: null } } }), client);
  const sent: unknown = JSON.parse(JSON.stringify(body));
  expect(sent).toMatchObject({ participants: 25, female: 0, client, source: 'web' });
  expect(sent).not.toHaveProperty('elderly');
  expect(sent).not.toHaveProperty('note');
  expect(body.services).toEqual([
    { service: 'cashless_account', assisted: 25, completed: 10 },
    { service: 'edongthap', assisted: 20, completed: 12 },
    { service: 'safety', assisted: 5, completed: undefined },
  ]);
});

test('only a mixed audience has a part that is staff', () => {
  expect(bodyOf(filled({ staff_participants: 4 }), client).staff_participants).toBeUndefined();
  expect(bodyOf(filled({ staff_participants: 4, audience: 'mixed' }), client).staff_participants).toBe(4);
});

test('a session opened and sent again is the same session', () => {
  const body = { ...bodyOf(filled({ note: 'Đông bà con', start_time: '07:30' }), client), co_team_ids: [9], other_place_ids: [8], conducted_by: 5 };
  expect(bodyOf(formOf(body, ['vneid']), client)).toEqual(body);
});

test('a nil report stands for its month and is never of a day to come', () => {
  expect(nilBody(3, 7, '2024-02', '2024-04-05', client)).toMatchObject({ nil: true, date: '2024-02-29' });
  expect(nilBody(3, 7, '2024-04', '2024-04-05', client).date).toBe('2024-04-05');
});

test("the server's word comes to the very field", () => {
  const body = bodyOf(filled(), client);
  expect(fieldAt('/services/1/completed', body)).toBe('services.edongthap.completed');
  expect(fieldAt('/services', body)).toBe('services');
  expect(serverErrors([{ pointer: '/date', code: 'before_founding', detail: 'Trước ngày thành lập.' }], body)).toEqual({ date: 'Trước ngày thành lập.' });
  expect(fieldAt('/something/new', body)).toBe('form');
  expect(formField('/services/edongthap/completed')).toBe('services.edongthap.completed');
});

test("an officer's words stand until their field is changed", () => {
  const marks = { 'services.edongthap.completed': 'Kiểm tra lại', participants: 'Kiểm tra lại' };
  const mended = filled({ services: { ...filled().services, edongthap: { assisted: 20, completed: 11 } } });
  expect(stillStanding(marks, filled(), mended)).toEqual({ participants: 'Kiểm tra lại' });
});

test('the numbers are read back in one sentence', () => {
  expect(readBack(bodyOf(filled(), client), 'Ấp Tân Hòa', String)).toBe(
    'Ngày 05/04/2024, ấp Tân Hòa: hướng dẫn 25 lượt người; 10 lượt mở được tài khoản thanh toán; 12 lượt cài được e‑Dongthap.',
  );
  const talked = bodyOf(filled({ services: { safety: { assisted: 5, completed: null } } }), client);
  expect(readBack(talked, 'Toàn xã An Bình', () => 'An toàn tài khoản')).toContain('toàn xã An Bình: hướng dẫn 25 lượt người; 5 lượt được hướng dẫn An toàn tài khoản.');
});

test('a note with a number like a phone or a card is noticed', () => {
  expect(looksPersonal('gọi 0912 345 678')).toBe(true);
  expect(looksPersonal('25 người, 10 máy cũ')).toBe(false);
});

const row = (form: Form) => form.services['edongthap'];

test('who types only what worked out has guided everybody, also when the total comes later', () => {
  const typed = taughtAnew(changed(blank, { participants: 25 }), 'edongthap', { completed: 12 });
  expect(row(typed)).toMatchObject({ assisted: 25, completed: 12 });
  expect(row(changed(typed, { participants: 26 }))?.assisted).toBe(26);
  const early = taughtAnew(blank, 'edongthap', { completed: 12 });
  expect(Object.keys(check(early, rules))).toEqual(['participants']);
  expect(row(changed(early, { participants: 25 }))?.assisted).toBe(25);
});

test('a number typed by hand stays, and a row emptied again is not sent', () => {
  const byHand = taughtAnew(taughtAnew(filled(), 'edongthap', { assisted: 19 }), 'edongthap', { completed: 11 });
  expect(row(changed(byHand, { participants: 30 }))?.assisted).toBe(19);
  const emptied = taughtAnew(taughtAnew(changed(blank, { participants: 25 }), 'edongthap', { completed: 1 }), 'edongthap', { completed: null });
  expect(bodyOf(emptied, client).services).toEqual([]);
});
