// When the outbox opens and when it sends: at the start, with a network, in sight, after signing
// in, and now and then. Whether there is a network is found out by trying.
import { effect, untracked } from '@preact/signals';
import { loadMe, me } from '../../account/account';
import { signedOut } from '../../api/client';
import { catalogue } from '../../data/catalogue';
import { heard, recallHeard } from '../../data/clock';
import { heardAt, pullChanges, pullFailure } from '../sessions/pull';
import { lookForAsking } from '../team/asking';
import { openStore, store } from '../store/open';
import { begin, refresh, sending, unsent } from './outbox';
import { goOn } from './pause';
import { sweepPhotos } from './photos';
import { sendAll } from './send';
import { listen } from './tabs';

const EVERY_MS = 5 * 60_000;

const open = async (userId: number): Promise<void> => {
  const opened = await openStore(userId);
  if (me.value?.user.id !== userId) return;
  recallHeard(await opened.meta.get('clock'));
  const known = await opened.meta.get('catalogue');
  // Looked at after the waiting: the server's may have come meanwhile.
  catalogue.value ??= known ?? null;
  heardAt.value = (await opened.meta.get('read_at')) ?? null;
  pullFailure.value = null;
  await begin(opened, () => me.value?.user.id === userId);
  if (store.value !== opened) return;
  void sendAll();
  void pullChanges();
  void lookForAsking();
  void sweepPhotos(opened).catch(() => {});
};

/** Back in sight or in signal: somebody else may have signed in meanwhile in another tab. */
const again = (): void => {
  if (document.visibilityState !== 'visible' || !me.value) return;
  void loadMe()
    .then(() => sendAll())
    .then(pullChanges)
    .then(lookForAsking)
    .catch(() => {});
};

export const startOutbox = (): void => {
  let opened: number | null = null;
  effect(() => {
    const id = me.value?.user.id ?? null;
    if (id === opened) return;
    opened = id;
    store.value = null;
    unsent.value = [];
    sending.value = [];
    goOn();
    if (id !== null) void open(id);
  });
  effect(() => {
    if (signedOut.value || !me.value || me.value.user.must_change_secret) return;
    untracked(() => {
      void sendAll();
      void pullChanges();
    });
  });
  effect(() => {
    // The first word comes before there is a store to keep it in.
    if (heard.value) void store.value?.meta.set('clock', heard.value);
  });
  effect(() => {
    if (catalogue.value) void store.value?.meta.set('catalogue', catalogue.value);
  });
  listen((user) => {
    if (store.value && me.value?.user.id === user) void refresh(store.value);
  });
  addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  setInterval(again, EVERY_MS);
};
