// One unsent session to the server, and what its answer means for the copy on this phone.
import { api, isProblem, ok } from '../../api/client';
import type { NewSession, Session } from '../../api/types';
import type { Refusal, Unsent } from '../store/schema';

export type Verdict =
  /** The server has it: only now may the copy on the phone go. */
  | { is: 'received'; session: Session }
  /** No word of the server's about this session: kept, and sent again. */
  | { is: 'waiting' }
  /** The server read it and will not have it so: kept with the reason, for the person to mend. */
  | { is: 'refused'; refusal: Refusal }
  /** The server asks who is there: everything waits. */
  | { is: 'sign_in' };

/** A 200 alone is no receipt: a captive portal gives one too. */
export const onAnswer = (id: string, session: Session | null | undefined): Verdict =>
  session?.id === id && session.content_hash && session.receipt_code ? { is: 'received', session } : { is: 'waiting' };

const LATER = [408, 425, 429];
const NOT_YET = ['secret_must_change', 'csrf_failed'];

export const onFailure = (failure: unknown): Verdict => {
  if (!isProblem(failure)) return { is: 'waiting' };
  const { status, code, detail, errors } = failure;
  if (status === 401 || code === 'secret_must_change') return { is: 'sign_in' };
  const isVerdict = status >= 400 && status < 500 && !LATER.includes(status) && !NOT_YET.includes(code);
  if (!isVerdict || code === 'network' || failure.retryable) return { is: 'waiting' };
  return { is: 'refused', refusal: { status, code, detail, errors } };
};

// A connection that hangs must not hold up the others. Should it arrive after all, the next try is
// answered as a repetition.
const LONGEST_MS = 45_000;
const noAnswer = (): Promise<Verdict> => new Promise((resolve) => setTimeout(resolve, LONGEST_MS, { is: 'waiting' }));

export const send = (item: Unsent): Promise<Verdict> => Promise.race([put(item), noAnswer()]);

const put = async (item: Unsent): Promise<Verdict> => {
  try {
    const call = api.PUT('/api/v1/sessions/{session_id}', {
      params: { path: { session_id: item.id }, header: item.etag ? { 'If-Match': item.etag } : {} },
      body: JSON.parse(item.body) as NewSession,
      // The frozen text itself: a retry never looks like other content.
      bodySerializer: () => item.body,
    });
    return onAnswer(item.id, await ok(call));
  } catch (failure) {
    return onFailure(failure);
  }
};
