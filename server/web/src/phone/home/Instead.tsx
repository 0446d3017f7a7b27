// A draft is dropped only when its author says so.
import { Button, Sheet } from '../../ui';
import { go } from '../../router';
import { t } from '../i18n';
import { refresh, type Unfinished } from '../outbox/outbox';
import { RECORD } from '../paths';
import { NEW_DRAFT } from '../store/drafts';
import { store } from '../store/open';
import { t as own } from './texts';

type Props = { draft: Unfinished; says: string; onClose: () => void };

export const Instead = ({ draft, says, onClose }: Props) => {
  const drop = async () => {
    const from = store.value;
    if (!from) return;
    await from.drafts.drop(NEW_DRAFT);
    await refresh(from);
    go(RECORD);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={own('home.draft_first')}
      actions={
        <>
          <Button kind="danger" onClick={() => void drop()}>
            {own('home.draft_drop')}
          </Button>
          <Button href={RECORD}>{t('home.draft')}</Button>
        </>
      }
    >
      <p>{says}</p>
      <p>{own(draft.isCounted ? 'home.draft_counted' : 'home.draft_lost')}</p>
    </Sheet>
  );
};
