// What was just decided, and the way back from a slip.
import { useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Session } from '../../api/types';
import { Button, Icon, Notice } from '../../ui';
import { t } from '../i18n';
import { send } from './decide';

/** `undo`: the session as the decision left it, when that can be taken back. */
export type Words = { text: string; undo: Session | null };

type Props = { words: Words | null; opened: string | null; onUndone: (session: Session) => void };

export const Said = ({ words, opened, onUndone }: Props) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  // Where the session itself is open, it has a button of that name.
  const undo = words?.undo && words.undo.id !== opened ? words.undo : null;
  const takeBack = async (session: Session) => {
    setBusy(true);
    setProblem('');
    try {
      onUndone(await send(session, 'reopen', { comment: t('said.slip') }));
    } catch (thrown) {
      setProblem(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="review-said" role="status">
      {problem && <Notice tone="returned" icon="warning" title={problem} />}
      {!problem && words && (
        <p class="said">
          <Icon name="check" size={20} />
          <span>{words.text}</span>
          {undo && (
            <Button kind="quiet" busy={busy} onClick={() => void takeBack(undo)}>
              {t('action.reopen')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
};
