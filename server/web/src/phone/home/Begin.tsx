// The one thing to do: what is half written comes first, and another takes its place only when asked.
import { useState } from 'preact/hooks';
import { shortDay, time } from '../../i18n/formats';
import { Button } from '../../ui';
import { t } from '../i18n';
import { unfinished, type Unfinished } from '../outbox/outbox';
import { RECORD } from '../paths';
import { lazily } from '../shell/lazily';

/** "22/11 · 24 lượt · lưu lúc 04:55"; what nobody has typed is not in it. */
const holds = ({ date, turns, savedAt }: Unfinished): string =>
  [date && shortDay(date), turns !== null && !Number.isNaN(turns) && t('session.turns', { n: turns }), t('home.draft_saved', { time: time(savedAt) })]
    .filter(Boolean)
    .join(' · ');

const Instead = lazily(() => import('./Instead').then((m) => m.Instead));

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
      {asks && <Instead draft={draft} says={holds(draft)} onClose={() => setAsks(false)} />}
    </>
  );
};
