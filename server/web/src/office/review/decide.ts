// Decisions on their way to the server. Each names the version that was seen.
import { api, isProblem, ok } from '../../api/client';
import type { Decision, ListedSession, Review, Session } from '../../api/types';
import { etagOf } from './facts';

export type Given = { reasons?: string[]; fields?: string[]; comment?: string };

// What the reader's own deeds made of sessions: a decision right after another names the version that
// it made, though the session on screen may still be read anew.
const made = new Map<string, number>();

export const send = async (session: Pick<Session, 'id' | 'version'>, decision: Decision, given: Given): Promise<ListedSession> => {
  const version = Math.max(session.version, made.get(session.id) ?? 0);
  const answer = await ok(
    api.POST('/api/v1/sessions/{session_id}/review', {
      params: { path: { session_id: session.id }, header: { 'If-Match': etagOf({ version }) } },
      // Reasons are the catalogue's codes.
      body: { decision, ...given } as Review,
    }),
  );
  made.set(answer.id, answer.version);
  return answer;
};

/** The answer to who asked for it back: it stays as it was. */
export const letStay = (session: Pick<Session, 'id' | 'version'>): Promise<ListedSession> =>
  ok(api.DELETE('/api/v1/sessions/{session_id}/reopen-request', { params: { path: { session_id: session.id }, header: { 'If-Match': etagOf(session) } } }));

/** Somebody changed it, or decided, after it was read. */
export const isOvertaken = (thrown: unknown): boolean => isProblem(thrown) && (thrown.status === 412 || thrown.code === 'state_conflict');
