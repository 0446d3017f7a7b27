import { useEffect, useState } from 'preact/hooks';
import { api, ok, problemText } from '../../api/client';
import type { Person } from '../../api/types';
import { Button, Dialog, Notice } from '../../ui';
import { t } from '../i18n';
import { etagOf } from '../review/facts';

type Props = { person: Person; onClose: () => void; onDone: (person: Person) => void };

export const Disable = ({ person, onClose, onDone }: Props) => {
  const [failure, setFailure] = useState('');
  const { id, name, disabled_at } = person;
  const change = () =>
    ok(api.PATCH('/api/v1/users/{user_id}', { params: { path: { user_id: id }, header: { 'If-Match': etagOf(person) } }, body: { disabled: !disabled_at } })).then(
      onDone,
      (thrown: unknown) => setFailure(problemText(thrown)),
    );
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
      {!disabled_at && <p>{t('people.disable_text', { name })}</p>}
    </Dialog>
  );
};
