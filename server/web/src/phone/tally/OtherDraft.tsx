// A count never takes the place of a session that is half written.
import { time } from '../../i18n/formats';
import { Button, Sheet } from '../../ui';
import { RECORD } from '../paths';
import type { Draft } from '../store/schema';
import { t } from './texts';

type Props = { draft: Draft | null; mayReplace: boolean; onClose: () => void; onReplace: () => void };

export const OtherDraft = ({ draft, mayReplace, onClose, onReplace }: Props) => (
  <Sheet
    open={draft !== null}
    onClose={onClose}
    title={t('tally.other_draft')}
    actions={
      <>
        {mayReplace && <Button onClick={onReplace}>{t('tally.other_draft_replace')}</Button>}
        <Button href={RECORD}>{t('tally.other_draft_open')}</Button>
      </>
    }
  >
    <p>{draft && t('tally.other_draft_help', { time: time(draft.savedAt) })}</p>
  </Sheet>
);
