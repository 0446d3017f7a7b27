// Under the thumb: a slip taken back, the end of the session, and whether all of it is kept.
import { useState } from 'preact/hooks';
import { Button, Icon } from '../../ui';
import { isKept } from './running';
import { t } from './texts';

type Props = { isEmpty: boolean; takenBack: string | null; onUndo: () => void; onEnd: () => Promise<void> };

const Kept = () => (
  <>
    <Icon name={isKept.value ? 'check' : 'warning'} size={16} /> {t(isKept.value ? 'tally.saved' : 'tally.not_saved')}
  </>
);

export const Ends = ({ isEmpty, takenBack, onUndo, onEnd }: Props) => {
  const [busy, setBusy] = useState(false);
  const end = () => {
    setBusy(true);
    void onEnd().finally(() => setBusy(false));
  };
  return (
    <div class="tally-ends">
      <Button icon="undo" disabled={isEmpty} onClick={onUndo}>
        {t('tally.undo')}
      </Button>
      <Button disabled={isEmpty} busy={busy} onClick={end}>
        {t('tally.finish')}
      </Button>
      <p class="tally-said" role="status">
        {takenBack ? <strong>{takenBack}</strong> : isEmpty ? t('tally.begin') : <Kept />}
      </p>
    </div>
  );
};
