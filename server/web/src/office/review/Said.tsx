// What was just decided, and the way back from a slip.
import { useState } from 'preact/hooks';
import { isProblem, problemText } from '../../api/client';
import type { ListedSession } from '../../api/types';
import { Button, Icon, Notice } from '../../ui';
import { t } from './i18n';
import { send } from './decide';
import { takeApart } from './merging';
import { useKeys } from './useKeys';
import { briefly } from './words';
import { SLIP } from './quoted';

export type Undo = { label: string; run: () => Promise<ListedSession>; done: string; late: string };
export type Words = { text: string; undo: Undo | null };

export const undoDecision = (session: ListedSession): Undo => ({
  label: t('said.undo'),
  run: () => send(session, 'reopen', { comment: SLIP }),
  done: t('said.undone', { what: briefly(session) }),
  late: t('said.late'),
});

/** Approved before, it is approved again. */
export const undoReopening = (session: ListedSession): Undo => ({
  label: t('said.undo'),
  run: () => send(session, 'approve', {}),
  done: t('said.reapproved', { what: briefly(session) }),
  late: t('said.late'),
});

export const undoMerge = (gone: string, kept: ListedSession): Undo => ({
  label: t('merge.undo'),
  run: () => takeApart(gone),
  done: t('merge.undone', { what: briefly(kept) }),
  late: t('merge.too_late'),
});

type Props = { words: Words | null; onUndone: (session: ListedSession, said: string) => void };

export const Said = ({ words, onUndone }: Props) => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ words: Words | null; problem: string } | null>(null);
  const undo = words?.undo ?? null;
  const problem = failed?.words === words ? failed?.problem : undefined;
  const takeBack = async ({ run, done, late }: Undo) => {
    setBusy(true);
    try {
      onUndone(await run(), done);
    } catch (thrown) {
      setFailed({ words, problem: isProblem(thrown) && [409, 412].includes(thrown.status) ? late : problemText(thrown) });
    } finally {
      setBusy(false);
    }
  };
  useKeys({ z: () => undo && !busy && void takeBack(undo) });
  return (
    <div class="review-said" role="status">
      {problem && <Notice tone="returned" icon="warning" title={problem} />}
      {!problem && words && (
        <p class="said">
          <Icon name="check" size={20} />
          <span>{words.text}</span>
          {undo && (
            <Button kind="quiet" busy={busy} onClick={() => void takeBack(undo)}>
              {undo.label}
            </Button>
          )}
        </p>
      )}
    </div>
  );
};
