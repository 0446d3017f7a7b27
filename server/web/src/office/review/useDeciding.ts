// What is going on with the opened session: which question is asked, what goes wrong, what is sent.
// All of it is over when another session is opened.
import { useState } from 'preact/hooks';
import { isProblem } from '../../api/client';
import type { Decision, Session, SessionDetail, Similar } from '../../api/types';
import { failureText } from '../failure';
import { isOvertaken } from './decide';
import { dropTyped } from './unsent';

export type Asking = { kind: Exclude<Decision, 'approve'> | 'keep' | 'keys' } | { kind: 'merge'; other: Similar };

type Doing = { id: string; asking: Asking | null; problem: string; overtaken: number | null };
const nothing = (id: string): Doing => ({ id, asking: null, problem: '', overtaken: null });

export type Deciding = Omit<Doing, 'id'> & {
  busy: boolean;
  ask: (asking: Asking | null) => void;
  /** Sends something that changes the session; `late` is said instead when it has changed meanwhile. */
  answer: <Answer extends Session>(sending: (session: SessionDetail) => Promise<Answer>, done: (answer: Answer) => void, late?: string) => Promise<void>;
};

export const useDeciding = (id: string, session: SessionDetail | null, reload: () => void): Deciding => {
  const [kept, setDoing] = useState(nothing(id));
  const [busy, setBusy] = useState(false);
  const doing = kept.id === id ? kept : nothing(id);
  const change = (changes: Partial<Doing>) => setDoing({ ...doing, ...changes });

  const answer: Deciding['answer'] = async (sending, done, late) => {
    if (!session || busy) return;
    setBusy(true);
    change({ problem: '', overtaken: null });
    try {
      const now = await sending(session);
      dropTyped(id);
      setDoing(nothing(id));
      reload();
      done(now);
    } catch (thrown) {
      if (late !== undefined && isProblem(thrown) && thrown.status === 412) change({ problem: late });
      else if (isOvertaken(thrown)) {
        setDoing({ ...nothing(id), overtaken: session.version });
        reload();
      } else change({ problem: failureText(thrown) });
    } finally {
      setBusy(false);
    }
  };
  return { ...doing, busy, ask: (asking) => change({ asking }), answer };
};
