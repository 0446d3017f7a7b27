// fetch over our cookies: adds the CSRF header, the language and on whose behalf it asks, renews an
// expired sign-in once, waits for nobody for ever, and throws one ApiProblem for whatever goes wrong.
import { signal } from '@preact/signals';
import { locale } from '../i18n';
import { networkProblem, readProblem, type ApiProblem } from './problem';

const LOGIN = '/api/v1/auth/login';
const REFRESH = '/api/v1/auth/refresh';

/** True once the server no longer knows who we are; the sign-in screen then stands in front. */
export const signedOut = signal(false);

/** Who is on screen, as the account knows; `look` finds out who is signed in instead. */
export const onScreen: { id: () => number | null; look: () => void } = { id: () => null, look: () => {} };

const WRONG_USER = 'wrong_user';
// These say themselves who it is, or are open to everybody.
const FOR_ANYBODY = /\/(auth\/(login|token|refresh|me)|invitations\/[^/]+\/(accept|requests\/[^/]+))$/;
const INVITATION = /\/invitations\/[^/]+$/;
const isForAnybody = ({ method, url }: Request): boolean => {
  const { pathname } = new URL(url);
  return FOR_ANYBODY.test(pathname) || (method === 'GET' && INVITATION.test(pathname));
};

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
const accessCsrf = () => cookie('csrf_access_token');
const refreshCsrf = () => cookie('csrf_refresh_token');

/** Whether this browser holds a sign-in at all, perhaps an expired one. */
export const hasSignIn = (): boolean => accessCsrf() !== undefined || refreshCsrf() !== undefined;

const isOurs = (response: Response): boolean =>
  response.status === 204 || response.status === 304 || !(response.headers.get('Content-Type') ?? '').includes('html');

/** Fulfilled only once all of the answer is there: it may break off, or hang, half-way. */
const whole = async (response: Response): Promise<Response> => {
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
};

type Attempt = { request: Request; csrf: string | undefined; person: number | null; patienceMs: number };

const send = async ({ request, csrf, person, patienceMs }: Attempt): Promise<Response> => {
  // A clone each time: a body can be read once, and a retry must send it again.
  const attempt = request.clone();
  attempt.headers.set('Accept-Language', locale.value);
  if (csrf) attempt.headers.set('X-CSRF-TOKEN', csrf);
  if (person !== null) attempt.headers.set('X-User-Id', String(person));
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  const response = await fetch(attempt, { signal: patience.signal })
    .then(whole)
    .catch(() => {
      throw networkProblem();
    })
    .finally(() => clearTimeout(timer));
  if (response.ok && !isOurs(response)) throw networkProblem();
  return response;
};

let renewing: Promise<void> | null = null;

const askForRenewal = async (from: Request): Promise<void> => {
  const request = new Request(new URL(REFRESH, from.url), { method: 'POST', credentials: 'same-origin' });
  const response = await send({ request, csrf: refreshCsrf(), person: null, patienceMs: PATIENCE_MS });
  if (!response.ok) throw await readProblem(response);
};

/** Many calls may find the token expired at once; one of them renews it for all. */
const renew = (from: Request): Promise<void> => {
  renewing ??= askForRenewal(from).finally(() => {
    renewing = null;
  });
  return renewing;
};

const isExpired = ({ status, code }: ApiProblem): boolean =>
  status === 401 && (code === 'token_expired' || (!accessCsrf() && !!refreshCsrf()));

/** What a failure says of who is signed in, whatever was asked. */
const heeded = (failure: ApiProblem): ApiProblem => {
  if (failure.status === 401) signedOut.value = true;
  if (failure.code === WRONG_USER) onScreen.look();
  return failure;
};

const transport = async (request: Request, patienceMs: number): Promise<Response> => {
  const sent = accessCsrf();
  // Of now: whoever comes on screen meanwhile has not asked for this.
  const person = isForAnybody(request) ? null : onScreen.id();
  const first = await send({ request, csrf: sent, person, patienceMs });
  if (first.ok || first.status === 304) return first;
  const failure = await readProblem(first);
  // A wrong PIN is a 401 too, but says nothing about who was signed in before.
  if (new URL(request.url).pathname === LOGIN) throw failure;

  const isStaleCsrf = failure.code === 'csrf_failed';
  if (!isExpired(failure) && !isStaleCsrf) throw heeded(failure);
  // Another tab may have renewed already: then the cookie has changed and is enough.
  const renewedElsewhere = isStaleCsrf && accessCsrf() !== sent;
  if (!renewedElsewhere) {
    await renew(request).catch((refused: ApiProblem) => {
      throw heeded(refused);
    });
  }
  const second = await send({ request, csrf: accessCsrf(), person, patienceMs });
  if (second.ok || second.status === 304) return second;
  throw heeded(await readProblem(second));
};

const PATIENCE_MS = 30_000;
/** For what takes longer, or may not. */
export const within =
  (patienceMs = PATIENCE_MS) =>
  (request: Request): Promise<Response> =>
    transport(request, patienceMs);
