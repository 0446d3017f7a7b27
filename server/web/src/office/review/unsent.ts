// What was typed about a session and not sent yet: an Escape, a Back or a finger beside the box should
// cost nobody a sentence. Only in this tab, only for who typed it, and only until it is decided.
import { me } from '../../account/account';
import type { Decision } from '../../api/types';

export type Typed = { reasons: string[]; fields: string[]; comment: string };
type Asked = Exclude<Decision, 'approve'> | 'merge';

export const NOTHING: Typed = { reasons: [], fields: [], comment: '' };
let kept = new Map<string, Typed>();
let whose: number | undefined;

const mine = (): Map<string, Typed> => {
  const reader = me.peek()?.user.id;
  if (reader !== whose) kept = new Map();
  whose = reader;
  return kept;
};
const key = (session: string, decision: Asked): string => `${session} ${decision}`;

export const typedBefore = (session: string, decision: Asked): Typed => mine().get(key(session, decision)) ?? NOTHING;
export const keepTyped = (session: string, decision: Asked, typed: Typed): void => void mine().set(key(session, decision), typed);
/** It is decided: nothing that was meant for it before is asked again. */
export const dropTyped = (session: string): void => (['return', 'refuse', 'reopen', 'merge'] as const).forEach((decision) => mine().delete(key(session, decision)));
