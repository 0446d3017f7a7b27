// The level above approves what a file brought in, but for what has a hint.
import { useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import { number } from '../../i18n/formats';
import { Button, Dialog, Notice } from '../../ui';
import { countWork } from '../desk/work';
import { t } from './i18n';
import { approveSome, type Batch } from './batches';
import { hrefOfSessions } from './sessions';

type Props = { batch: Batch; set: (batch: Batch) => void };

const Bar = ({ done, total }: { done: number; total: number }) => {
  const words = t('imports.approving', { done: number(done), total: number(total) });
  return (
    <div class="import-working">
      <p role="status">{words}</p>
      <progress aria-label={words} max={total} value={done} />
    </div>
  );
};

export const Approving = ({ batch, set }: Props) => {
  const clean = batch.waiting?.clean ?? 0;
  const flagged = batch.waiting?.flagged ?? 0;
  const [total, setTotal] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const approve = async () => {
    setTotal(clean);
    setFailure(null);
    try {
      for (let left = clean, before = Infinity; left > 0 && left < before; ) {
        const now = await approveSome(batch.id);
        set(now);
        [before, left] = [left, now.waiting?.clean ?? 0];
      }
      setAsked(false);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setTotal(null);
      void countWork();
    }
  };
  return (
    <>
      {flagged > 0 && (
        <Notice tone="pending" icon="flag" title={t('imports.flagged', { n: flagged })} action={<Button href={hrefOfSessions(batch, 'flagged')}>{t('imports.see_flagged')}</Button>}>
          {t('imports.flagged_text')}
        </Notice>
      )}
      {clean > 0 && (
        <div class="row">
          <Button kind="approve" icon="check" onClick={() => setAsked(true)}>
            {t('imports.approve', { n: clean })}
          </Button>
        </div>
      )}
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('imports.approve_title', { n: clean })}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t('action.cancel')}</Button>
            <Button kind="approve" busy={total !== null} onClick={() => void approve()}>
              {t('imports.approve', { n: clean })}
            </Button>
          </>
        }
      >
        <div class="stack">
          <p>{t('imports.approve_text', { name: batch.by.name, file: batch.file_name })}</p>
          {total !== null && <Bar done={total - clean} total={total} />}
          {failure !== null && <Notice tone="returned" icon="warning" title={problemText(failure)} live />}
        </div>
      </Dialog>
    </>
  );
};
