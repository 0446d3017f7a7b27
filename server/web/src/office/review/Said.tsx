// What was just decided, and the way back from a slip.
import { useState } from 'preact/hooks';
import { isProblem, problemText } from '../../api/client';
import type { ListedSession } from '../../api/types';
import { Button, Icon, Notice } from '../../ui';
import { t } from './i18n';
import { isDone, send, sendMany } from './decide';
import { takeApart } from './merging';
import { useKeys } from './useKeys';
import { briefly } from './words';
import { SLIP } from './quoted';

/** `session`: the one that was taken back; null when it was many at once, of which `isNone` could be. */
export type Undone = { session: ListedSession | null; text: string; isNone?: boolean };
export type Undo = { label: string; run: () => Promise<Undone>; late: string };
export type Words = { text: string; undo: Undo | null; isNone?: boolean };

export const undoDecision = (session: ListedSession): Undo => ({
  label: t('said.undo'),
  run: async () => ({ session: await send(session, 'reopen', { comment: SLIP }), text: t('said.undone', { what: briefly(session) }) }),
  late: t('said.late'),
});

/** Approved before, it is approved again. */
export const undoReopening = (session: ListedSession): Undo => ({
  label: t('said.undo'),
  run: async () => ({ session: await send(session, 'approve', {}), text: t('said.reapproved', { what: briefly(session) }) }),
  late: t('said.late'),
});

export const undoMerge = (gone: string, kept: ListedSession): Undo => ({
  label: t('merge.undo'),
  run: async () => ({ session: await takeApart(gone), text: t('merge.undone', { what: briefly(kept) }) }),
  late: t('merge.too_late'),
});

/** All that were approved at once go back at once, but for those that changed since. */
export const undoBulk = (approved: readonly ListedSession[]): Undo => ({
  label: t('said.undo'),
  run: async () => {
    const n = (await sendMany(approved, 'reopen')).filter(isDone).length;
    if (n === 0) return { session: null, text: t('bulk.none_undone'), isNone: true };
    return { session: null, text: t(n < approved.length ? 'bulk.some_undone' : 'bulk.undone', { n }) };
  },
  late: t('said.late'),
});

type Props = { words: Words | null; onUndone: (undone: Undone) => void };

export const Said = ({ words, onUndone }: Props) => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ words: Words | null; problem: string } | null>(null);
  const undo = words?.undo ?? null;
  const problem = words?.isNone ? words.text : failed?.words === words ? failed?.problem : undefined;
  const takeBack = async ({ run, late }: Undo) => {
    setBusy(true);
    try {
      onUndone(await run());
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
