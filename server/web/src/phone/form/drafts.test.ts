import { expect, test } from 'vitest';
import { passing, type Store } from '../outbox/store';
import { keepDraft } from './drafts';
import { blankForm } from './form';

const blank = blankForm({ team_id: 1, place_id: 2, date: '2024-04-05', type: 'outing', services: [] });
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the first keystroke is kept at once, and of those that follow meanwhile the last', async () => {
  const kept: (number | null)[] = [];
  const store: Store = { ...passing(), saveDraft: async ({ form }) => void kept.push(form.participants) };
  const keeper = keepDraft(store, 'new', null, () => {});
  [1, 12, 125].forEach((participants) => keeper.note({ ...blank, participants }));
  expect(kept).toEqual([1]);
  await settled();
  expect(kept).toEqual([1, 125]);
});

test('nothing is written any more once it was told to stop', async () => {
  const store = passing();
  const keeper = keepDraft(store, 'new', null, () => {});
  keeper.note(blank);
  keeper.note({ ...blank, participants: 9 });
  keeper.stop();
  await settled();
  expect((await store.draft('new'))?.form.participants).toBe(null);
});
