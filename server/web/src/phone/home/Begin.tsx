// The one thing to do: what is half written comes first, and another takes its place only when asked.
import { useState } from 'preact/hooks';
import { shortDay, time } from '../../i18n/formats';
import { Button, Sheet } from '../../ui';
import { go } from '../../router';
import { t } from '../i18n';
import { refresh, unfinished, type Unfinished } from '../outbox/outbox';
import { RECORD } from '../paths';
import { NEW_DRAFT } from '../store/drafts';
import { store } from '../store/open';

/** "22/11 · 24 lượt · lưu lúc 04:55"; what nobody has typed is not in it. */
const holds = ({ date, turns, savedAt }: Unfinished): string =>
  [date && shortDay(date), turns !== null && !Number.isNaN(turns) && t('session.turns', { n: turns }), t('home.draft_saved', { time: time(savedAt) })]
    .filter(Boolean)
    .join(' · ');

const Instead = ({ draft, onClose }: { draft: Unfinished; onClose: () => void }) => {
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
      title={t('home.draft_first')}
      actions={
        <>
          <Button kind="danger" onClick={() => void drop()}>
            {t('home.draft_drop')}
          </Button>
          <Button href={RECORD}>{t('home.draft')}</Button>
        </>
      }
    >
      <p>{holds(draft)}</p>
      <p>{t(draft.isCounted ? 'home.draft_counted' : 'home.draft_lost')}</p>
    </Sheet>
  );
};

export const Begin = () => {
  const [asks, setAsks] = useState(false);
  const draft = unfinished.value;
  if (!draft) {
    return (
      <Button kind="primary" wide big icon="plus" href={RECORD}>
        {t('home.record')}
      </Button>
    );
  }
  return (
    <>
      <Button kind="primary" wide big icon="pencil" href={RECORD}>
        {t('home.draft')}
        <span class="button-more">{holds(draft)}</span>
      </Button>
      <Button wide icon="plus" onClick={() => setAsks(true)}>
        {t('home.record')}
      </Button>
      {asks && <Instead draft={draft} onClose={() => setAsks(false)} />}
    </>
  );
};
