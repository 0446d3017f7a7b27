import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Person } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { Button, Dialog, Notice } from '../../ui';
import { t } from './i18n';
import { change as setDisabled, phonesOf, unsent } from './asks';
import { Unsent } from './Unsent';

type Props = { person: Person; onClose: () => void; onDone: (person: Person) => void };

export const Disable = ({ person, onClose, onDone }: Props) => {
  const [failure, setFailure] = useState('');
  const { id, name, disabled_at } = person;
  const change = () =>
    setDisabled(person, { disabled: !disabled_at }).then(onDone, (thrown: unknown) => setFailure(problemText(thrown)));
  const phones = useLoad(() => phonesOf(id), [id]);
  // To let somebody in again needs no second thought.
  useEffect(() => {
    if (disabled_at) void change();
  }, []);
  return (
    <Dialog
      open={!disabled_at || failure !== ''}
      onClose={onClose}
      title={t('people.disable_title', { name })}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          {!disabled_at && (
            <Button kind="danger" onClick={() => void change()}>
              {t('people.disable')}
            </Button>
          )}
        </>
      }
    >
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      {!disabled_at && (
        <div class="stack">
          <Unsent phones={phones.data?.items ?? []}>{t('phone.before_disabling', { n: unsent(phones.data?.items ?? []) })}</Unsent>
          <p>{t('people.disable_text', { name })}</p>
        </div>
      )}
    </Dialog>
  );
};
