// In the form: where its numbers come from, and the way back to counting.
import { useState } from 'preact/hooks';
import { go } from '../../router';
import { Button, Notice, Sheet } from '../../ui';
import type { Counted } from '../form/form';
import type { Editing } from '../form/useForm';
import { t as shellT } from '../i18n';
import { tallyPath } from '../paths';
import type { Store } from '../store/open';
import { countOn } from './finish';
import { since, tallyOf } from './running';
import { t } from './texts';

type Props = { id: string; counted: Counted; editing: Editing; store: Store; onStartAgain: () => void };

export const FromTally = ({ id, counted, editing, store, onStartAgain }: Props) => {
  const [drops, setDrops] = useState(false);
  const { form } = editing;
  const goOn = async () => {
    editing.stopSaving();
    await countOn(store, id, form);
    go(tallyPath(form.team_id), { replace: true });
  };
  return (
    <>
      <Notice tone="plain" icon="tally" title={t('tally.filled', { since: since(counted) })} live>
        {counted.raisedFrom !== null && <span class="line">{t('tally.raised', { from: counted.raisedFrom, to: form.participants ?? 0 })}</span>}
        <span class="links">
          {!tallyOf(form.team_id) && (
            <button class="link" type="button" onClick={() => void goOn()}>
              {t('tally.go_on')}
            </button>
          )}
          <button class="link" type="button" onClick={() => setDrops(true)}>
            {shellT('form.start_again')}
          </button>
        </span>
      </Notice>
      <Sheet
        open={drops}
        onClose={() => setDrops(false)}
        title={shellT('form.start_again')}
        actions={
          <>
            <Button onClick={() => setDrops(false)}>{t('tally.keep')}</Button>
            <Button kind="danger" onClick={onStartAgain}>
              {t('tally.drop')}
            </Button>
          </>
        }
      >
        <p>{t('tally.drop_help')}</p>
      </Sheet>
    </>
  );
};
