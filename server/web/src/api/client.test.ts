import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, ok, okIf, onScreen, signedOut, within } from './client';

type Reply = () => Response | Promise<Response>;
const json = (status: number, body: object, type = 'application/json'): Reply => {
  return () => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
};
const failing = (status: number, code: string, more: object = {}): Reply =>
  json(status, { status, code, detail: '', errors: [], ...more }, 'application/problem+json');
const lan = json(200, { user: { id: 1, name: 'Lan', role: 'volunteer' } });

let requests: Request[] = [];
const answering = (...replies: Reply[]) => {
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    const reply = replies.shift();
    if (!reply) throw new Error('one request too many');
    return reply();
  });
};
const sent = () => requests.map((request) => `${request.method} ${new URL(request.url).pathname.slice(8)}`);
const readMe = () => ok(api.GET('/api/v1/auth/me'));
const failure = (call: Promise<unknown>) => call.then(() => null, (thrown: unknown) => thrown);

beforeEach(() => {
  requests = [];
  signedOut.value = false;
  vi.stubGlobal('document', { cookie: 'csrf_access_token=a1; csrf_refresh_token=r1', documentElement: {} });
});
afterEach(() => vi.unstubAllGlobals());

test('a call carries the CSRF token and the language', async () => {
  answering(lan);
  expect((await readMe()).user.name).toBe('Lan');
  expect(requests[0]?.headers.get('X-CSRF-TOKEN')).toBe('a1');
  expect(requests[0]?.headers.get('Accept-Language')).toBe('vi');
  expect(requests[0]?.credentials).toBe('same-origin');
});

test('an expired token is renewed once for all who wait, and the calls go on', async () => {
  answering(failing(401, 'token_expired'), failing(401, 'token_expired'), json(200, {}), lan, lan);
  await Promise.all([readMe(), readMe()]);
  expect(sent().filter((line) => line === 'POST auth/refresh')).toHaveLength(1);
  expect(requests.find((r) => r.url.endsWith('refresh'))?.headers.get('X-CSRF-TOKEN')).toBe('r1');
  expect(signedOut.value).toBe(false);
});

test('a sign-in that can not be renewed leads to the sign-in screen', async () => {
  answering(failing(401, 'token_expired'), failing(401, 'token_revoked'));
  expect(await failure(readMe())).toMatchObject({ status: 401, code: 'token_revoked' });
  expect(signedOut.value).toBe(true);
});

test('no network while renewing signs nobody out', async () => {
  answering(failing(401, 'token_expired'), () => Promise.reject(new TypeError('offline')));
  expect(await failure(readMe())).toMatchObject({ code: 'network', retryable: true });
  expect(signedOut.value).toBe(false);
});

test('a stale CSRF token is read again when another tab renewed it', async () => {
  answering(() => {
    vi.stubGlobal('document', { cookie: 'csrf_access_token=a2' });
    return failing(403, 'csrf_failed')() as Response;
  }, lan);
  await readMe();
  expect(sent()).toEqual(['GET auth/me', 'GET auth/me']);
  expect(requests[1]?.headers.get('X-CSRF-TOKEN')).toBe('a2');
});

test('a CSRF failure that stays is renewed and tried once, then told', async () => {
  answering(failing(403, 'csrf_failed'), json(200, {}), failing(403, 'csrf_failed', { retryable: true }));
  expect(await failure(readMe())).toMatchObject({ status: 403, code: 'csrf_failed', retryable: true });
  expect(requests).toHaveLength(3);
});

test('a wrong PIN is an error of the form, not a sign-out', async () => {
  answering(failing(401, 'wrong_credentials', { detail: 'Còn 4 lần thử.' }));
  const login = api.POST('/api/v1/auth/login', { body: { phone: '0900000001', secret: '000000' } });
  expect(await failure(login)).toMatchObject({ code: 'wrong_credentials', detail: 'Còn 4 lần thử.' });
  expect(requests).toHaveLength(1);
  expect(signedOut.value).toBe(false);
});

test('a problem keeps its fields', async () => {
  const errors = [{ pointer: '/phone', code: 'required', detail: 'Vui lòng nhập số điện thoại.' }];
  answering(failing(422, 'invalid', { errors }));
  expect(await failure(readMe())).toMatchObject({ status: 422, errors, retryable: false });
});

test("a captive portal's page and a proxy's error are the network, not our answer", async () => {
  const page = (status: number): Reply => () => new Response('<html>', { status, headers: { 'Content-Type': 'text/html' } });
  answering(page(200), page(502), () => Promise.reject(new TypeError('Failed to fetch')));
  for (const status of [0, 502, 0]) {
    expect(await failure(readMe())).toMatchObject({ code: 'network', status, retryable: true });
  }
});

test('every call says on whose behalf it is made, but those that say so themselves or are open to all', async () => {
  vi.stubGlobal('document', { cookie: 'csrf_access_token=a1' });
  onScreen.id = () => 7;
  answering(...Array.from({ length: 6 }, () => lan));
  await api.GET('/api/v1/catalogue');
  await api.POST('/api/v1/auth/logout');
  await api.POST('/api/v1/invitations/sheet', { body: { team_ids: [1] } });
  await readMe();
  await api.GET('/api/v1/invitations/{token}', { params: { path: { token: 'ABCD' } } });
  await api.POST('/api/v1/auth/login', { body: { phone: '0900000001', secret: '000000' } });
  onScreen.id = () => null;
  expect(requests.map(({ headers }) => headers.get('X-User-Id'))).toEqual(['7', '7', '7', null, null, null]);
});

test('where somebody else is signed in, the app looks who', async () => {
  const look = vi.fn();
  const before = onScreen.look;
  onScreen.look = look;
  answering(failing(409, 'wrong_user'));
  expect(await failure(ok(api.GET('/api/v1/catalogue')))).toMatchObject({ code: 'wrong_user' });
  onScreen.look = before;
  expect(look).toHaveBeenCalledOnce();
  expect(signedOut.value).toBe(false);
});

test('nobody waits for ever, neither for an answer nor for the rest of one', async () => {
  const hanging = (begun: boolean) => (_: Request, { signal }: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const stop = (tell: (why: Error) => void) => signal?.addEventListener('abort', () => tell(new Error('stopped')));
      if (begun) resolve(new Response(new ReadableStream({ start: (body) => stop((why) => body.error(why)) })));
      else stop(reject);
    });
  for (const begun of [false, true]) {
    vi.stubGlobal('fetch', hanging(begun));
    expect(await failure(api.GET('/api/v1/auth/me', { fetch: within(5) }))).toMatchObject({ code: 'network', retryable: true });
  }
});

test("a gateway's own JSON is no answer of ours", async () => {
  for (const said of [{}, [], { user: {} }]) {
    answering(json(200, said));
    expect(await failure(okIf(api.GET('/api/v1/auth/me'), ({ user }) => typeof user?.id === 'number'))).toMatchObject({ code: 'network' });
  }
});

test('no server is obeyed for more than five minutes', async () => {
  const busy = (seconds: string): Reply => () => new Response('', { status: 503, headers: { 'Retry-After': seconds } });
  answering(busy('20'), busy('86400'), busy('Wed, 21 Oct 2099 07:28:00 GMT'));
  for (const retryAfterMs of [20_000, 300_000, null]) expect(await failure(readMe())).toMatchObject({ retryAfterMs });
});
