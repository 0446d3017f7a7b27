// Sends what waits, in batches, one tab at a time. Only a verdict on an item parks it.
import { asksForPin, loadMe, me } from '../../account/account';
import { deviceId } from '../../account/device';
import { api, okIf, signedOut, within } from '../../api/client';
import { hear, heard, isFresh, wasWrongDay } from '../../data/clock';
import type { NewSession, Session } from '../../api/types';
import { pullChanges } from '../sessions/pull';
import { store, type Store } from '../store/open';
import type { Refusal, Unsent } from '../store/schema';
import { envelope, halved, inTurn, MOST_ITEMS, nextBatch } from './batch';
import { hashOf } from './hash';
import { refresh, sending } from './outbox';
import { goOn, mustWait, pause, tryLater } from './pause';
import { sendPhotos } from './photos';
import { alone, tell } from './tabs';
import { oneEach } from './oneEach';
import { CLOCK, isMoot, pauseOn, verdictOn } from './verdict';

// A connection that hangs must not hold up the others. Should it arrive after all, the next try is
// answered as a repetition.
const LONGEST_MS = 60_000;
const MOST_NUMBERS = 1000;

/** How often each was in a batch that got no answer. */
const failures = new Map<string, number>();
let most = MOST_ITEMS;

/** What the phone still holds beside these, and what will never come: so nothing is missed unduly. */
const numbers = async (from: Store, items: Unsent[]) => {
  const others = (await from.unsent.list()).filter(({ id, seq }) => seq > 0 && !items.some((item) => item.id === id));
  const givenUp = (await from.meta.get('given_up')) ?? [];
  return { waiting: others.map(({ seq }) => seq).slice(0, MOST_NUMBERS), given_up: givenUp.slice(0, MOST_NUMBERS) };
};

const push = async (from: Store, person: number, items: Unsent[]) => {
  const who = { user_id: person, device_id: await deviceId(), device_time: new Date().toISOString(), ...(await numbers(from, items)) };
  // The frozen texts themselves: a repetition never looks like other content.
  const text = envelope(who, items);
  const call = api.POST('/api/v1/sync', { body: { ...who, items: [] }, bodySerializer: () => text, fetch: within(LONGEST_MS) });
  const answer = await okIf(call, ({ results }) => Array.isArray(results));
  if (who.given_up.length > 0) await from.unsent.told(who.given_up);
  return answer;
};

const doubt: Refusal = { status: 0, code: CLOCK, detail: '', errors: [] };

const isMonth = ({ body }: Unsent): boolean => (JSON.parse(body) as NewSession).nil ?? false;

/** Those whose "today" was another day are kept back, and the person is asked. */
const withRightDay = async (from: Store, items: Unsent[]): Promise<Unsent[]> => {
  const known = heard.peek();
  const wrong = items.filter((item) => !item.dayIsSure && item.op !== 'withdraw' && item.stamp && known && wasWrongDay(item.stamp, known, isMonth(item)));
  for (const item of wrong) await from.unsent.update({ ...item, refusal: doubt });
  return items.filter((item) => !wrong.includes(item));
};

/** What each verdict does to the copy on the phone; the ids of those that are to come again. */
export const settle = async (from: Store, items: Unsent[], answer: Awaited<ReturnType<typeof push>>): Promise<{ received: Session[]; again: string[] }> => {
  const received: Session[] = [];
  const again: string[] = [];
  for (const item of items) {
    failures.delete(item.id);
    const verdict = verdictOn(item, item.hash ?? (await hashOf(item.body)), answer.results);
    if (verdict.is === 'received') {
      await from.unsent.received(item, { ...verdict.session, etag: verdict.etag, may: [] });
      received.push(verdict.session);
    } else if (isMoot(item, verdict)) await from.unsent.received(item, null);
    else if (verdict.is === 'refused') await from.unsent.update({ ...item, refusal: verdict.refusal });
    else again.push(item.id);
  }
  return { received, again };
};

const onFailure = async (from: Store, failure: unknown, items: Unsent[]): Promise<'go on' | 'stop'> => {
  // Whoever sends now hears nothing of it.
  if (store.value !== from) return 'stop';
  const what = pauseOn(failure);
  for (const { id } of items) failures.set(id, (failures.get(id) ?? 0) + 1);
  most = halved(Math.min(most, items.length));
  if (what.is === 'unreadable') {
    const [alone, ...others] = items;
    if (alone && others.length === 0) await from.unsent.update({ ...alone, refusal: what.refusal });
    return 'go on';
  }
  if (what.is === 'sign_in') pause('signed_out');
  // Somebody else signed in, in another tab: what is theirs is being opened, and ours stays.
  else if (what.is === 'later') tryLater(what.why, what.afterMs, () => void sendAll());
  return 'stop';
};

const left = async (from: Store, tried: ReadonlySet<string>): Promise<Unsent[]> =>
  inTurn(
    (await from.unsent.list()).filter((item) => !item.refusal && !tried.has(item.id)),
    failures,
  );

/** Until each has been tried once; true when the server has taken something. */
const run = async (from: Store, person: number): Promise<boolean> => {
  const tried = new Set<string>();
  let sentAny = false;
  for (let items = await left(from, tried); items.length > 0; items = await left(from, tried)) {
    let batch: Unsent[] = [];
    try {
      // No day is believed before the server has told the time.
      if (!isFresh()) await loadMe();
      if (store.value !== from || me.value?.user.id !== person) return sentAny;
      batch = await withRightDay(from, nextBatch(items, most));
      sending.value = batch.map(({ id }) => id);
      if (batch.length > 0) {
        const answer = await push(from, person, batch);
        hear(answer.server_time);
        const { received, again } = await settle(from, batch, answer);
        if (store.value !== from) return sentAny;
        again.forEach((id) => tried.add(id));
        most = Math.min(MOST_ITEMS, most * 2);
        sentAny ||= received.length > 0;
        // One that is put off every time does not make the others' tries come faster.
        if (again.length < batch.length) goOn();
        sending.value = [];
        await refresh(from, received);
      } else await refresh(from);
      tell(person);
    } catch (failure) {
      const next = await onFailure(from, failure, batch);
      await refresh(from);
      if (next === 'stop' || batch.length === 0) return sentAny;
    }
  }
  if (tried.size > 0) tryLater('busy', null, () => void sendAll());
  return sentAny;
};

let isWantedAgain = false;

const start = async (from: Store): Promise<void> => {
  const person = me.peek()?.user.id;
  if (person === undefined) return;
  let sentAny = false;
  try {
    do {
      isWantedAgain = false;
      sentAny = (await alone(`outbox-${person}`, () => run(from, person))) || sentAny;
    } while (isWantedAgain && store.value === from);
  } finally {
    if (store.value === from) sending.value = [];
  }
  if (store.value !== from) return;
  if (sentAny) void pullChanges();
  void sendPhotos();
};
const running = oneEach(start);

/** Everything that waits, the oldest first. `byHand`: somebody pressed a button and is answered. */
export const sendAll = (byHand = false): Promise<void> => {
  const from = store.value;
  if (!from || !me.value) return Promise.resolve();
  if (signedOut.value) {
    pause('signed_out');
    if (byHand) asksForPin.value = true;
    return Promise.resolve();
  }
  if (mustWait() && !byHand) return Promise.resolve();
  isWantedAgain = true;
  return running(from);
};
