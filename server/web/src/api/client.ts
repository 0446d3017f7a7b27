// The typed client: `const me = await ok(api.GET('/api/v1/auth/me'))`. Failures are thrown
// as one ApiProblem; nothing needs to look at a status.
import createClient from 'openapi-fetch';
import { networkProblem } from './problem';
import { within } from './transport';
import type { paths } from './schema';

export { fieldProblem, isProblem, problemText, type ApiProblem, type FieldProblem } from './problem';
export { hasSignIn, onScreen, signedOut, within } from './transport';

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  credentials: 'same-origin',
  fetch: within(),
});

type Answer<Data> = { data?: Data; response: Response };

export const ok = async <Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> =>
  (await call).data as NonNullable<Data>;

/** A gateway may answer 200 with JSON of its own: what is not what was asked for is no answer. */
export const okIf = async <Data>(call: Promise<Answer<Data>>, isOurs: (data: NonNullable<Data>) => boolean): Promise<NonNullable<Data>> => {
  const data = await ok(call);
  if (!data || !isOurs(data)) throw networkProblem();
  return data;
};

/** With the version that a later change must name in `If-Match`. */
export const okWithEtag = async <Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: NonNullable<Data>; etag: string }> => {
  const { data, response } = await call;
  return { data: data as NonNullable<Data>, etag: response.headers.get('ETag') ?? '' };
};
