// Every way a call can fail, as one thing that a screen can show.
import { t } from '../i18n';

export type FieldProblem = { pointer: string; code: string; detail: string };
export type ApiProblem = Error & {
  /** 0 when no answer of ours came back. */
  status: number;
  code: string;
  detail: string;
  errors: FieldProblem[];
  retryable: boolean;
  /** For how long the server asks to be left alone. */
  retryAfterMs: number | null;
  /** The whole answer: a few problems carry more (counterparts, current_version). */
  body: Record<string, unknown>;
};

type Facts = Pick<ApiProblem, 'status' | 'code'> & Partial<Pick<ApiProblem, 'detail' | 'errors' | 'retryable' | 'retryAfterMs' | 'body'>>;

export const problem = ({ status, code, detail = '', errors = [], retryable = false, retryAfterMs = null, body = {} }: Facts): ApiProblem =>
  Object.assign(new Error(`${status} ${code}`), { status, code, detail, errors, retryable, retryAfterMs, body });

/** No network, a captive portal's page, a proxy's error: not our server's word. */
export const networkProblem = (status = 0, retryAfterMs: number | null = null): ApiProblem =>
  problem({ status, code: 'network', retryable: true, retryAfterMs });

export const isProblem = (thrown: unknown): thrown is ApiProblem =>
  thrown instanceof Error && 'code' in thrown && 'retryable' in thrown;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldProblems = (value: unknown): FieldProblem[] =>
  (Array.isArray(value) ? value : [])
    .filter(isRecord)
    .map((error) => ({ pointer: text(error['pointer']), code: text(error['code']), detail: text(error['detail']) }));

const LONGEST_S = 300;
/** In seconds, and obeyed for so long only; a date would need a clock that is right. */
const retryAfter = (response: Response): number | null => {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return seconds >= 0 ? Math.min(seconds, LONGEST_S) * 1000 : null;
};

export const readProblem = async (response: Response): Promise<ApiProblem> => {
  const { status } = response;
  const type = response.headers.get('Content-Type') ?? '';
  // A gateway's own JSON is not our server's word either.
  const body: unknown = type.includes('problem+json') ? await response.clone().json().catch(() => null) : null;
  if (!isRecord(body) || typeof body['code'] !== 'string') return networkProblem(status, retryAfter(response));
  const retryable = typeof body['retryable'] === 'boolean' ? body['retryable'] : status === 429 || status >= 500;
  const { code } = body;
  return problem({ status, code, detail: text(body['detail']), errors: fieldProblems(body['errors']), retryable, retryAfterMs: retryAfter(response), body });
};

/** What to tell the person: the server's own sentence where it gave one. */
export const problemText = (failure: unknown): string => {
  if (!isProblem(failure)) return t('error.unexpected');
  if (failure.code === 'network') return t(failure.status >= 500 ? 'error.unexpected' : 'error.network');
  if (failure.detail) return failure.detail;
  if (failure.status === 401) return t('error.signed_out');
  if (failure.status === 403) return t('error.forbidden');
  if (failure.status === 404 || failure.status === 410) return t('error.not_found');
  return t(failure.status === 429 ? 'error.too_many' : 'error.unexpected');
};

/** The sentence for one field, by its JSON Pointer ("/participants"). */
export const fieldProblem = (failure: unknown, pointer: string): string | undefined =>
  isProblem(failure) ? failure.errors.find((error) => error.pointer === pointer)?.detail : undefined;
