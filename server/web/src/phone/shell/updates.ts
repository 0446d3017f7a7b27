// The app's own copy on this phone, and its new versions. A new one waits until nothing is open: it takes
// over at the next start, or when somebody presses "Cập nhật"; never under a typing hand.
import { signal } from '@preact/signals';

/** `waiting`: a new version has come. `elsewhere`: another tab of this phone works with it already.
 * `taking`: somebody has asked for it. `stuck`: it has not come over in good time. */
export const update = signal<'none' | 'waiting' | 'elsewhere' | 'taking' | 'stuck'>('none');

const START_MS = 2000;
const GUIDES_MS = 5000;
const PATIENCE_MS = 8000;
const HOUR_MS = 3_600_000;

const container = (): ServiceWorkerContainer | undefined => navigator.serviceWorker;
const within = <Value>(ms: number, wait: Promise<Value>): Promise<Value | undefined> =>
  Promise.race([wait, new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined))]);

/** On a slow phone the new version may come after the first screen; until somebody does something there,
 * nothing is lost by opening it once more. */
let isUntouched = false;

/** Before anything is open: what has come meanwhile takes over now. */
export const takeOverAtStart = async (): Promise<void> => {
  const workers = container();
  if (!workers?.controller) return;
  const found = await within(START_MS, workers.getRegistration().catch(() => undefined));
  if (!found?.waiting) return;
  const taken = new Promise<Event>((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
  // Not while another tab is open: somebody may be writing there.
  found.waiting.postMessage('take-over-if-alone');
  isUntouched = true;
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => (isUntouched = false), { once: true, capture: true });
  if (!(await within(START_MS, taken))) return;
  location.reload();
  await new Promise(() => {});
};

let registration: ServiceWorkerRegistration | undefined;
let reloads = false;

const look = (): void => {
  if (update.value === 'taking') takeOver();
  else if (registration?.waiting && container()?.controller) update.value = 'waiting';
};

const watch = (found: ServiceWorkerRegistration): void => {
  registration = found;
  look();
  found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', look));
  const ask = () => void (document.visibilityState === 'visible' && found.update().catch(() => {}));
  document.addEventListener('visibilitychange', ask);
  setInterval(ask, HOUR_MS);
};

/** A first worker may take the page; a later one means that another tab has pressed "Cập nhật". */
const hearOfOthers = (workers: ServiceWorkerContainer): void => {
  let hadOne = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (reloads || isUntouched) location.reload();
    else if (hadOne) update.value = 'elsewhere';
    hadOne = true;
  });
};

/** After the first screen, so that nothing competes with it on a slow line. */
export const startUpdates = (): void => {
  const workers = container();
  if (!workers || !import.meta.env.PROD) return;
  hearOfOthers(workers);
  const register = () => {
    workers.register('/sw.js', { updateViaCache: 'none' }).then(watch, () => {});
    void workers.ready.then(({ active }) => setTimeout(() => active?.postMessage('fill-guides'), GUIDES_MS));
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
};

// One that came after the one that was asked to is asked as well.
const takeOver = (): void => {
  registration?.active?.postMessage('make-way');
  registration?.waiting?.postMessage('take-over');
};

/** Answers at once, whatever comes of it; and later than that nothing is opened again by itself. */
export const applyUpdate = (): void => {
  const isThere = !registration?.waiting;
  reloads = true;
  update.value = 'taking';
  setTimeout(() => {
    reloads = false;
    update.value = 'stuck';
  }, PATIENCE_MS);
  if (isThere) location.reload();
  else takeOver();
};
