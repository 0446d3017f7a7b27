import { expect, test } from 'vitest';
import { blankForm } from '../form/form';
import { countOf, intoForm, outOfForm, PEOPLE, withoutLast, withTap, type Tally } from './tally';

const AT = '2026-11-21T01:10:00Z';
const AT_MS = new Date(AT).getTime();
const CLOCK = { stamp: { phoneMs: AT_MS - 1000, believedMs: AT_MS }, isDoubtful: false };
const rules = { manyPerPerson: ['shop_product'], hasResult: (code: string) => code !== 'safety' };
const form = blankForm({ team_id: 3, place_id: 7, date: '2026-11-22', type: 'outing', services: ['cashless_account', 'edongthap'] });
const counted = (...taps: string[]): Tally => ({ team_id: 3, startedAt: new Date(AT_MS).toISOString(), taps });
const filled = (...taps: string[]) => intoForm(form, counted(...taps), '08:10', rules);

test('the first tap begins it, and every one counts', () => {
  const later = { stamp: { phoneMs: 1, believedMs: 2 }, isDoubtful: true };
  const first = withTap(null, PEOPLE, 3, CLOCK);
  const second = withTap(withTap(first, 'edongthap', 3, later), PEOPLE, 3, later);
  expect(first).toEqual({ ...counted(PEOPLE), clock: CLOCK });
  expect([new Date(second.startedAt).getTime(), second.clock]).toEqual([AT_MS, CLOCK]);
  expect([countOf(second.taps, PEOPLE), countOf(second.taps, 'edongthap')]).toEqual([2, 1]);
});

test('a slip is taken back, last first, until nothing is being counted', () => {
  const two = counted(PEOPLE, 'edongthap');
  const one = withoutLast(two);
  expect(one).toEqual(counted(PEOPLE));
  expect(one && withoutLast(one)).toBe(null);
});

test('what the form held besides outlives the last slip', () => {
  const written = { id: 'a', form };
  expect(withoutLast({ ...counted(PEOPLE), written })).toEqual({ ...counted(), written });
});

test('the totals fill the form, and all that were there were guided', () => {
  const { participants, services, date, start_time, tally } = filled(PEOPLE, PEOPLE, PEOPLE, 'edongthap', 'edongthap');
  expect(participants).toBe(3);
  expect(services['edongthap']).toEqual({ assisted: 3, completed: 2, follows: true });
  expect(services['cashless_account']).toEqual({ assisted: null, completed: null });
  expect([date, start_time]).toEqual(['2026-11-21', '08:10']);
  expect(tally?.raisedFrom).toBe(null);
});

test('more results than people raise the people, and the form says from what', () => {
  const { participants, services, tally } = filled(PEOPLE, 'edongthap', 'edongthap', 'edongthap');
  expect(participants).toBe(3);
  expect(services['edongthap']?.assisted).toBe(3);
  expect(tally?.raisedFrom).toBe(1);
});

test('one person may put up many products', () => {
  const { participants, services } = filled(PEOPLE, 'shop_product', 'shop_product', 'shop_product');
  expect(participants).toBe(1);
  expect(services['shop_product']).toMatchObject({ assisted: 1, completed: 3 });
});

test('what is only talked about has no result', () => {
  expect(filled(PEOPLE, PEOPLE, 'safety').services['safety']).toEqual({ assisted: 1, completed: null });
});

test('counting goes on from the form and comes back to it', () => {
  const first = { ...filled(PEOPLE, 'edongthap'), note: 'Trời mưa' };
  const again = outOfForm('a', first);
  expect(again).toMatchObject({ team_id: 3, startedAt: counted().startedAt, taps: [PEOPLE, 'edongthap'] });
  expect(again?.written?.form).toMatchObject({ note: 'Trời mưa', participants: null });
  const undone = again && withoutLast(again);
  const last = undone && intoForm(undone.written?.form ?? form, undone, '08:10', rules);
  expect(last).toMatchObject({ note: 'Trời mưa', participants: 1 });
  expect(last?.services['edongthap']).toEqual({ assisted: null, completed: null });
});

test('a form that nobody counted for has nothing to go on counting', () => {
  expect(outOfForm('a', form)).toBe(null);
});

test('the day is as sure as the clock of the first tap, also after counting on', () => {
  const sure = intoForm(form, { ...counted(PEOPLE), clock: CLOCK }, '08:10', rules);
  expect(sure).toMatchObject({ date: '2026-11-21', dayTaken: CLOCK.stamp });
  const doubted = intoForm(form, { ...counted(PEOPLE), clock: { ...CLOCK, isDoubtful: true } }, '08:10', rules);
  expect(doubted).toMatchObject({ date: '', start_time: '', dayTaken: CLOCK.stamp });
  const again = outOfForm('a', doubted);
  expect(again && intoForm(again.written?.form ?? form, again, '08:10', rules)).toMatchObject({ date: '', dayTaken: CLOCK.stamp });
});

test('a day that the person has said outlives counting on', () => {
  const said = { ...filled(PEOPLE), date: '2026-11-19', dayTaken: null };
  const again = outOfForm('a', said);
  expect(again && intoForm(again.written?.form ?? form, again, '08:10', rules)).toMatchObject({ date: '2026-11-19', dayTaken: null });
});
