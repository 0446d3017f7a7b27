// Somebody asked for an approved session back, and it stays approved.
import type { SessionDetail } from '../../api/types';
import { Button, Dialog, Notice } from '../../ui';
import { t } from './i18n';
import { what } from './words';

type Props = { session: SessionDetail; busy: boolean; problem: string; onClose: () => void; onKeep: () => void };

export const Keeping = ({ session, busy, problem, onClose, onKeep }: Props) => (
  <Dialog
    open
    onClose={onClose}
    title={t('keep.title')}
    actions={
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button kind="primary" busy={busy} onClick={onKeep}>
          {t('action.keep')}
        </Button>
      </>
    }
  >
    {problem && <Notice tone="returned" icon="warning" title={problem} live />}
    <p class="quiet">{what(session)}</p>
    <p>{t('keep.text', { name: session.asked_back?.by.name ?? session.recorded_by.name })}</p>
  </Dialog>
);
