// What was approved of a file is in the figures: it is reopened before the file can go.
import { Button, Dialog, Notice } from '../../ui';
import type { Batch } from './batches';
import { t } from './i18n';
import { hrefOfSessions } from './sessions';

/** Of a file of past sessions of which some were approved; otherwise 0. */
export const approvedOf = ({ waiting }: Batch): number => waiting?.approved ?? 0;

export const ApprovedDialog = ({ batch, onClose }: { batch: Batch; onClose: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    title={t('imports.undo_title')}
    actions={
      <>
        <Button onClick={onClose}>{t('action.close')}</Button>
        <Button kind="primary" href={hrefOfSessions(batch, 'approved')}>
          {t('imports.see_approved')}
        </Button>
      </>
    }
  >
    <Notice tone="returned" icon="warning" title={t('imports.undo_approved', { n: approvedOf(batch) })}>
      {t(batch.may.includes('approve') ? 'imports.reopen_first' : 'imports.ask_reopen')}
    </Notice>
  </Dialog>
);
