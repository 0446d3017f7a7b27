// Keeps the app itself on the phone, so that it opens without signal; never anybody's data.
//
// All files of a version come together or not at all: each is fetched with its hash, so that the page
// of a café's network or a half-finished deployment is refused. The version before stays, for tabs that
// are still open. A new version waits until the page says so, and never while somebody types.
//
// To switch it off everywhere, serve as /sw.js: `self.registration.unregister()` in its `activate`.
import { isScreen } from './screens';

type Files = Record<string, string>;
/** By address, with their hashes; put in by scripts/build.mjs. */
declare const BUILT: { version: string; shell: Files; guidesVersion: string; guides: Files };
const { version, shell, guidesVersion, guides } = BUILT;

// What the browser calls a worker's own; the library of types for it clashes with that of pages.
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = { postMessage(said: string): void };
type Told = Lasting & { data: unknown; source: Worker | null };
const worker = self as unknown as {
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', act: (event: Asked) => void): void;
  addEventListener(type: 'message', act: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  registration: { active: Worker | null };
  clients: { claim(): Promise<void>; matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<unknown[]> };
};

const SHELL_CACHE = `shell-${version}`;
const GUIDES_CACHE = `guides-${guidesVersion}`;

const isHashed = (url: string): boolean => url.startsWith('/assets/');

/** A file that an earlier version has already brought is not paid for again. */
const fetchOrKeep = async (url: string, integrity: string, signal?: AbortSignal): Promise<Response> => {
  const kept = isHashed(url) ? await caches.match(url, { ignoreVary: true }) : undefined;
  if (kept) return kept;
  const response = await fetch(url, { integrity, credentials: 'omit', cache: isHashed(url) ? 'default' : 'no-cache', signal: signal ?? null });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
};

const fill = async (name: string, files: Files, signal?: AbortSignal): Promise<void> => {
  const cache = await caches.open(name);
  try {
    await Promise.all(
      Object.entries(files).map(async ([url, integrity]) => {
        if (!(await cache.match(url, { ignoreVary: true }))) await cache.put(url, await fetchOrKeep(url, integrity, signal));
      }),
    );
  } catch (failure) {
    await caches.delete(name);
    throw failure;
  }
};

/** This version's and the one's before; caches are listed in the order in which they were made. */
const dropOld = async (kind: string, current: string): Promise<void> => {
  const others = (await caches.keys()).filter((name) => name.startsWith(kind) && name !== current);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
};

// A browser lets nobody take over while this one is at work, and on a slow line guides take minutes.
let stopping = new AbortController();
const makeWay = (): void => {
  stopping.abort();
  stopping = new AbortController();
};

const fillGuides = (): Promise<void> => fill(GUIDES_CACHE, guides, stopping.signal).then(() => dropOld('guides-', GUIDES_CACHE));

const kept = async (request: Request | string): Promise<Response> => {
  const newest = await caches.open(SHELL_CACHE);
  const found = (await newest.match(request, { ignoreVary: true })) ?? (await caches.match(request, { ignoreVary: true }));
  return found ?? fetch(request);
};

const A_MOMENT_MS = 300;
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS));

// A request that comes in the instant in which the browser ends the worker before starts that one anew,
// and the browser forgets that another was to take over. A page that opens fetches its icon just then.
let fetches = 0;
/** Nothing came for a moment. */
const isQuiet = async (): Promise<void> => {
  const before = fetches;
  await aMoment();
  if (fetches !== before) await isQuiet();
};

let beforeIsQuiet = (): void => {};
/** Asks the worker at work; one of an earlier build gives no answer. */
const quietBefore = async (): Promise<void> => {
  const told = new Promise<void>((resolve) => (beforeIsQuiet = resolve));
  worker.registration.active?.postMessage('say-when-quiet');
  await Promise.race([told, aMoment().then(aMoment).then(aMoment)]);
};

/** A page that is being closed or reloaded still counts for a moment. */
const isAlone = async (tries = 10): Promise<boolean> => {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length <= 1) return true;
  if (tries === 1) return false;
  await aMoment();
  return isAlone(tries - 1);
};

const takeOver = (): Promise<void> => quietBefore().then(() => worker.skipWaiting());

worker.addEventListener('install', (event) => event.waitUntil(fill(SHELL_CACHE, shell)));
worker.addEventListener('activate', (event) => event.waitUntil(dropOld('shell-', SHELL_CACHE).then(() => worker.clients.claim())));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  fetches += 1;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isScreen(url.pathname)) event.respondWith(kept('/'));
  } else if (isHashed(url.pathname) || url.pathname in shell) {
    event.respondWith(kept(request));
  }
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(takeOver());
  if (event.data === 'take-over-if-alone') event.waitUntil(isAlone().then((is) => (is ? takeOver() : undefined)));
  if (event.data === 'say-when-quiet') event.waitUntil(isQuiet().then(() => event.source?.postMessage('quiet')));
  if (event.data === 'quiet') beforeIsQuiet();
  if (event.data === 'make-way') makeWay();
  if (event.data === 'fill-guides') event.waitUntil(fillGuides().catch(() => {}));
});
