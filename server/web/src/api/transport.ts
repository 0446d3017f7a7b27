// fetch over our cookies: adds the CSRF header and the language, renews an expired sign-in
// once, and throws one ApiProblem for whatever else goes wrong.
import { signal } from '@preact/signals';
import { locale } from '../i18n';
import { networkProblem, readProblem, type ApiProblem } from './problem';

const LOGIN = '/api/v1/auth/login';
const REFRESH = '/api/v1/auth/refresh';

/** True once the server no longer knows who we are; the sign-in screen then stands in front. */
export const signedOut = signal(false);

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

const send = async (request: Request, csrf: string | undefined): Promise<Response> => {
  // A clone each time: a body can be read once, and a retry must send it again.
  const attempt = request.clone();
  attempt.headers.set('Accept-Language', locale.value);
  if (csrf) attempt.headers.set('X-CSRF-TOKEN', csrf);
  const response = await fetch(attempt).catch(() => {
    throw networkProblem();
  });
  if (response.ok && !isOurs(response)) throw networkProblem();
  return response;
};

let renewing: Promise<void> | null = null;

const askForRenewal = async (from: Request): Promise<void> => {
  const request = new Request(new URL(REFRESH, from.url), { method: 'POST', credentials: 'same-origin' });
  const response = await send(request, refreshCsrf());
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

const signOutOn = (failure: ApiProblem): ApiProblem => {
  if (failure.status === 401) signedOut.value = true;
  return failure;
};

export const transport = async (request: Request): Promise<Response> => {
  const sent = accessCsrf();
  const first = await send(request, sent);
  if (first.ok || first.status === 304) return first;
  const failure = await readProblem(first);
  // A wrong PIN is a 401 too, but says nothing about who was signed in before.
  if (new URL(request.url).pathname === LOGIN) throw failure;

  const isStaleCsrf = failure.code === 'csrf_failed';
  if (!isExpired(failure) && !isStaleCsrf) throw signOutOn(failure);
  // Another tab may have renewed already: then the cookie has changed and is enough.
  const renewedElsewhere = isStaleCsrf && accessCsrf() !== sent;
  if (!renewedElsewhere) {
    await renew(request).catch((refused: ApiProblem) => {
      throw signOutOn(refused);
    });
  }
  const second = await send(request, accessCsrf());
  if (second.ok || second.status === 304) return second;
  throw signOutOn(await readProblem(second));
};
