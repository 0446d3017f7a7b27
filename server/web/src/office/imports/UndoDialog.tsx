// Taking a whole file back, after a question; what stands in the way is said.
import { useState } from 'preact/hooks';
import { isProblem, problemText } from '../../api/client';
import { Button, Checkbox, Dialog, ErrorText, Notice } from '../../ui';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { changing, undo, unsentIn, type Batch } from './batches';

const inTheWay = (failure: unknown): string[] => {
  const told = isProblem(failure) ? failure.body['in_the_way'] : null;
  return Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string') : [];
};

type Props = { batch: Batch; onClose: () => void; onDone: (batch: Batch) => void };

export const UndoDialog = ({ batch, onClose, onDone }: Props) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [unsent, setUnsent] = useState(batch.unsent);
  const [isSure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const confirm = async () => {
    setAsked(true);
    if (unsent > 0 && !isSure) return;
    setBusy(true);
    setFailure(null);
    try {
      onDone(await undo(batch.id, unsent > 0));
    } catch (thrown) {
      // It may have come since the file was read: it is told as if it had been known.
      const found = unsentIn(thrown);
      setUnsent(found || unsent);
      setAsked(false);
      setFailure(found ? null : thrown);
      setBusy(false);
    }
  };
  const reasons = inTheWay(failure);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('imports.undo_title')}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void confirm()}>
            {t('imports.undo')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {unsent > 0 && (
          <Notice tone="pending" icon="warning" title={t('imports.undo_unsent', { n: unsent })} live>
            {t('imports.undo_unsent_text')}
          </Notice>
        )}
        <p>{t('imports.undo_text', { n: changing(batch) })}</p>
        {unsent > 0 && (
          <div class="field">
            <Checkbox id="undo-sure" label={t('imports.undo_sure', { n: unsent })} checked={isSure} onValue={setSure} />
            {asked && !isSure && <ErrorText>{t('imports.undo_need_sure')}</ErrorText>}
          </div>
        )}
        {failure !== null && (
          <Notice tone="returned" icon="warning" title={reasons.length > 0 ? t('imports.in_the_way') : problemText(failure)} live>
            {reasons.length > 0 && (
              <ul class="import-reasons">
                {reasons.map((reason) => (
                  <li key={reason}>
                    <Unbroken of={reason} />
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
