// What is asked about the opened session before something is sent.
import type { Decision, SessionDetail } from '../../api/types';
import { letStay, send, type Decided } from './decide';
import { DecisionForm } from './DecisionForm';
import { Keeping } from './Keeping';
import { KeysHelp } from './KeysHelp';
import { Merging } from './Merging';
import { etagOf } from './facts';
import { merge } from './merging';
import type { Deciding } from './useDeciding';

/** What to do with the answer, whose words are known beforehand. */
export type Said = (what: Decision | 'keep.kept' | 'merge.undone') => (now: Decided) => void;

type Props = {
  session: SessionDetail | null;
  deciding: Deciding;
  onSaid: Said;
  onMerged: (kept: SessionDetail, gone: string) => void;
};

export const Dialogs = ({ session, deciding, onSaid, onMerged }: Props) => {
  const { asking, busy, problem, ask, answer } = deciding;
  const close = () => ask(null);
  if (asking?.kind === 'keys') return <KeysHelp onClose={close} />;
  if (!session || asking === null) return null;
  const shared = { session, busy, problem, onClose: close };
  if (asking.kind === 'keep') return <Keeping {...shared} onKeep={() => void answer(letStay, onSaid('keep.kept'))} />;
  if (asking.kind === 'merge') {
    const { other } = asking;
    const confirm = (kept: 'mine' | 'theirs', comment: string) => {
      const mine = { id: session.id, etag: etagOf(session) };
      const [stays, goes] = kept === 'mine' ? [mine, other] : [other, mine];
      void answer(
        () => merge(stays, goes, comment),
        (now) => onMerged(now, goes.id),
      );
    };
    return <Merging {...shared} other={other} onMerge={confirm} />;
  }
  return <DecisionForm {...shared} decision={asking.kind} onDecide={(decision, given) => answer((one) => send(one, decision, given ?? {}), onSaid(decision))} />;
};
