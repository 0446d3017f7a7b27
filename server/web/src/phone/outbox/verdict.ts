// What an answer means for the copy on this phone. Pure; no status is looked at anywhere else.
import { isProblem } from '../../api/client';
import type { Session, Verdict as Result } from '../../api/types';
import type { Refusal, Unsent } from '../store/schema';

export type Verdict =
  /** The server has it: only now may the copy on the phone go. */
  | { is: 'received'; session: Session; etag: string }
  /** No word of the server's about this item, or a word that it is to come again. */
  | { is: 'waiting' }
  /** The server read it and will not have it so: kept with the reason, for the person to mend. */
  | { is: 'refused'; refusal: Refusal };

/** Our own verdict, before sending: the day was taken from a clock that was wrong. */
export const CLOCK = 'clock_doubtful';

const LATER = [401, 408, 425, 429];
const UNREADABLE = [400, 413];
const GONE = 'session_withdrawn';
/** Says who is signed in, and nothing of what was sent. */
const WRONG_USER = 'wrong_user';

/** A 200 alone is no receipt: it must name the very thing that was sent. */
const isReceipt = (item: Unsent, hash: string | null, { id, content_hash, session }: Result): boolean => {
  if (id !== item.id || session?.id !== item.id || !session.receipt_code) return false;
  if (item.op === 'withdraw') return session.state === 'withdrawn';
  return !!content_hash && (hash === null || content_hash === hash);
};

type Told = { status: number; code: string; detail: string; errors?: Refusal['errors'] };
const refusalOf = ({ status, code, detail, errors = [] }: Told): Refusal => ({ status, code, detail, errors });

/** `hash`: of what was frozen, where this browser can tell. */
export const verdictOn = (item: Unsent, hash: string | null, results: readonly Result[]): Verdict => {
  const result = results.find(({ id, client_seq }) => id === item.id && client_seq === Math.max(1, item.seq));
  if (!result) return { is: 'waiting' };
  const { status, problem, session, etag } = result;
  if (!problem) {
    const isWhole = status >= 200 && status < 300 && session && isReceipt(item, hash, result);
    return isWhole ? { is: 'received', session, etag: etag ?? '' } : { is: 'waiting' };
  }
  const isFinal = status >= 400 && status < 500 && !LATER.includes(status) && !problem.retryable && problem.code !== WRONG_USER;
  if (!isFinal) return { is: 'waiting' };
  return { is: 'refused', refusal: refusalOf(problem) };
};

/** A withdrawal of what is withdrawn already has got what it wanted. */
export const isMoot = (item: Unsent, verdict: Verdict): boolean =>
  item.op === 'withdraw' && verdict.is === 'refused' && verdict.refusal.code === GONE;

export type Why = 'no_answer' | 'busy' | 'too_many' | 'signed_out';
/** What an answer to the whole batch says: of when to go on, never of an item. */
export type Pause =
  | { is: 'sign_in' }
  | { is: 'wrong_user' }
  /** Something in it can not be read: smaller batches find out which, and that one alone is told so. */
  | { is: 'unreadable'; refusal: Refusal }
  | { is: 'later'; why: Why; afterMs: number | null };

export const pauseOn = (failure: unknown): Pause => {
  if (!isProblem(failure)) return { is: 'later', why: 'no_answer', afterMs: null };
  const { status, code, retryAfterMs } = failure;
  if (status === 401 || code === 'secret_must_change') return { is: 'sign_in' };
  if (code === WRONG_USER) return { is: 'wrong_user' };
  if (UNREADABLE.includes(status) && code !== 'network') return { is: 'unreadable', refusal: refusalOf(failure) };
  if (status === 429) return { is: 'later', why: 'too_many', afterMs: retryAfterMs };
  return { is: 'later', why: status === 0 || code === 'network' ? 'no_answer' : 'busy', afterMs: retryAfterMs };
};
