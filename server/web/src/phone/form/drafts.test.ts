import { expect, test } from 'vitest';
import { storeOver, type Store } from '../store/open';
import { passing } from '../store/shelf';
import { keepDraft } from './drafts';
import { blankForm } from './form';

const blank = blankForm({ team_id: 1, place_id: 2, date: '2024-04-05', type: 'outing', services: [] });
const start = { key: 'new', id: 'a', etag: null };
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the first keystroke is kept at once, and of those that follow meanwhile the last', async () => {
  const kept: (number | null)[] = [];
  const plain = storeOver(passing());
  const store: Store = { ...plain, drafts: { ...plain.drafts, save: async ({ form }) => void kept.push(form.participants) } };
  const keeper = keepDraft(store, start, () => {});
  [1, 12, 125].forEach((participants) => keeper.note({ ...blank, participants }));
  expect(kept).toEqual([1]);
  await settled();
  expect(kept).toEqual([1, 125]);
});

test('nothing is written any more once it was told to stop', async () => {
  const store = storeOver(passing());
  const keeper = keepDraft(store, start, () => {});
  keeper.note(blank);
  keeper.note({ ...blank, participants: 9 });
  keeper.stop();
  await settled();
  expect((await store.drafts.get('new'))?.form.participants).toBe(null);
});

test('what could not be saved is told, and what is saved afterwards too', async () => {
  const plain = storeOver(passing());
  let isFull = true;
  const store: Store = { ...plain, drafts: { ...plain.drafts, save: async () => (isFull ? Promise.reject(new Error('full')) : undefined) } };
  const told: (string | null)[] = [];
  const keeper = keepDraft(store, start, (at) => told.push(at));
  keeper.note(blank);
  await settled();
  expect(told).toEqual([null]);
  isFull = false;
  keeper.note(blank);
  await settled();
  expect(told).toEqual([null, expect.any(String)]);
});
