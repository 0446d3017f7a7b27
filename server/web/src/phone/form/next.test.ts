import { expect, test } from 'vitest';
import { blankForm, type Form } from './form';
import { nextBox } from './next';

const form = blankForm({ team_id: 3, place_id: 7, date: '2024-04-05', type: 'outing', services: ['cashless_account', 'safety', 'edongthap'] });
const after = (from: string, of: Form = form) => nextBox(of, from, (code) => code !== 'safety');

test('next leads from number to number, past those that fill themselves', () => {
  expect(after('participants')).toBe('services.cashless_account.completed');
  expect(after('services.cashless_account.completed')).toBe('services.safety.assisted');
  expect(after('services.safety.assisted')).toBe('services.edongthap.completed');
  expect(after('services.edongthap.completed')).toBeUndefined();
});

test('how many were guided, typed by hand, is followed by how many managed', () => {
  expect(after('services.edongthap.assisted')).toBe('services.edongthap.completed');
});

test('a visit asks for its households on the way', () => {
  expect(after('participants', { ...form, type: 'home_visit' })).toBe('households');
  expect(after('households', { ...form, type: 'home_visit' })).toBe('services.cashless_account.completed');
});
