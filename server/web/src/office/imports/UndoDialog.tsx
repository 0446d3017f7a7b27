// Taking a whole file back, after a question; what stands in the way is said.
import { useState } from 'preact/hooks';
import { isProblem } from '../../api/client';
import { Notice } from '../../ui';
import { Despite, useDespite } from '../Despite';
import { FormDialog } from '../FormDialog';
import { Holders, type Holder } from '../people/Unsent';
import { Receipts } from './Receipts';
import { changing, undo, type Batch } from './batches';
import { t } from './i18n';

const inTheWay = (failure: unknown): string[] => {
  const told = isProblem(failure) ? failure.body['in_the_way'] : null;
  return Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string') : [];
};

const isHolder = (one: unknown): one is Holder => typeof one === 'object' && one !== null && 'user_id' in one && 'name' in one && 'phone' in one;

const toldOf = (failure: unknown): Holder[] => {
  const told = isProblem(failure) ? failure.body['holders'] : null;
  return Array.isArray(told) ? told.filter(isHolder) : [];
};

type Props = { batch: Batch; onClose: () => void; onDone: (batch: Batch) => void };

export const UndoDialog = ({ batch, onClose, onDone }: Props) => {
  const [reasons, setReasons] = useState<string[]>([]);
  // It may have come since the file was read.
  const despite = useDespite(batch.unsent, 'import_has_unsent');
  const { n, isSure, isReady } = despite;
  const [holders, setHolders] = useState<readonly Holder[]>(batch.holders);
  const learn = (failure: unknown): boolean => {
    if (!despite.learn(failure)) return false;
    setHolders(toldOf(failure));
    return true;
  };
  const save = async () => {
    setReasons([]);
    try {
      onDone(await undo(batch.id, isSure));
    } catch (thrown) {
      const found = inTheWay(thrown);
      if (found.length === 0) throw thrown;
      setReasons(found);
    }
  };
  return (
    <FormDialog title={t('imports.undo_title')} action={t('imports.undo')} kind="danger" isReady={isReady} save={save} learn={learn} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{t('imports.undo_text', { n: changing(batch) })}</p>
          <Despite
            of={despite}
            title={t('imports.undo_unsent', { n })}
            text={t('imports.undo_unsent_text')}
            sure={t('imports.undo_sure', { n })}
            wrong={wrong('', !isReady && t('imports.undo_need_sure'))}
          >
            <Holders people={holders} n={n} />
          </Despite>
          {reasons.length > 0 && (
            <Notice tone="returned" icon="warning" title={t('imports.in_the_way')} live>
              <ul class="import-reasons">
                {reasons.map((reason) => (
                  <li key={reason}>
                    <Receipts of={reason} />
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </>
      )}
    </FormDialog>
  );
};
