// Decisions on their way to the server. Each names the version that was seen.
import { api, isProblem, ok } from '../../api/client';
import type { BulkResult, Decision, ListedSession, Review, Session } from '../../api/types';
import { etagOf } from './facts';
import { SLIP } from './quoted';

export type Given = { reasons?: string[]; fields?: string[]; comment?: string };

// What the reader's own deeds made of sessions: a decision right after another names the version that
// it made, though the session on screen may still be read anew.
const made = new Map<string, number>();

type Seen = Pick<Session, 'id' | 'version'>;

const etag = ({ id, version }: Seen): string => etagOf({ version: Math.max(version, made.get(id) ?? 0) });

/** `isAgain`: the same person had decided so before, at another device or in another tab. */
export type Decided = ListedSession & { isAgain?: boolean };

// What was sent from here already: an answer that was lost on its way is no other device's.
const sent = new Set<string>();

export const send = async (session: Seen, decision: Decision, given: Given): Promise<Decided> => {
  const key = `${session.id} ${etag(session)} ${decision}`;
  const isFirst = !sent.has(key);
  sent.add(key);
  const { data, response } = await api.POST('/api/v1/sessions/{session_id}/review', {
    params: { path: { session_id: session.id }, header: { 'If-Match': etag(session) } },
    // Reasons are the catalogue's codes.
    body: { decision, ...given } as Review,
  });
  const answer = data as ListedSession;
  made.set(answer.id, answer.version);
  return { ...answer, isAgain: isFirst && response.headers.has('Idempotent-Replay') };
};

export const isDone = ({ status }: BulkResult): boolean => status < 300;

/** Approves many, or takes many approvals back; an answer for each. */
export const sendMany = async (sessions: readonly Seen[], decision: 'approve' | 'reopen'): Promise<BulkResult[]> => {
  const asked = sessions.map((session) => ({ id: session.id, etag: etag(session) }));
  const { results } = await ok(api.POST('/api/v1/reviews', { body: { decision, ...(decision === 'reopen' && { comment: SLIP }), sessions: asked } }));
  for (const result of results.filter(isDone)) if (result.etag) made.set(result.id, Number(/\d+/.exec(result.etag)));
  return results;
};

/** The answer to who asked for it back: it stays as it was. */
export const letStay = (session: Seen): Promise<ListedSession> =>
  ok(api.DELETE('/api/v1/sessions/{session_id}/reopen-request', { params: { path: { session_id: session.id }, header: { 'If-Match': etagOf(session) } } }));

/** Somebody changed it, or decided, after it was read. */
export const isOvertaken = (thrown: unknown): boolean => isProblem(thrown) && (thrown.status === 412 || thrown.code === 'state_conflict');
