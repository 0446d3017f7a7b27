// The typed client: `const me = await ok(api.GET('/api/v1/auth/me'))`. Failures are thrown
// as one ApiProblem; nothing needs to look at a status.
import createClient from 'openapi-fetch';
import { transport } from './transport';
import type { paths } from './schema';

export { fieldProblem, isProblem, problemText, type ApiProblem, type FieldProblem } from './problem';
export { hasSignIn, signedOut } from './transport';

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  credentials: 'same-origin',
  fetch: transport,
});

type Answer<Data> = { data?: Data; response: Response };

export const ok = async <Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> =>
  (await call).data as NonNullable<Data>;

/** With the version that a later change must name in `If-Match`. */
export const okWithEtag = async <Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: NonNullable<Data>; etag: string }> => {
  const { data, response } = await call;
  return { data: data as NonNullable<Data>, etag: response.headers.get('ETag') ?? '' };
};
