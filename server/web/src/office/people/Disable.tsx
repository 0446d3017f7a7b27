// Lock somebody, for a reason that the log keeps; or let them in again, which needs no second thought.
import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Person, PersonDetail } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { Button, Dialog, Notice, TextArea } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { change, phonesOf, unsent } from './asks';
import { Leads } from './Leads';
import { Unsent } from './Unsent';

type Props = { person: PersonDetail; onClose: () => void; onDone: (person: Person) => void };

const SHORTEST = 3;

const Lock = ({ person, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('');
  const phones = useLoad(() => phonesOf(person.id), [person.id]);
  const { name } = person;
  const isReady = reason.trim().length >= SHORTEST;
  const save = async () => onDone(await change(person, { disabled: true, reason: reason.trim() }));
  return (
    <FormDialog title={t('people.disable_title', { name })} action={t('people.disable')} kind="danger" isReady={isReady} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Unsent phones={phones.data?.items ?? []}>{t('phone.before_disabling', { n: unsent(phones.data?.items ?? []) })}</Unsent>
          <Leads person={person} title={t('people.leaves_lead', { name })} />
          <p>{t('people.disable_text', { name })}</p>
          <TextArea
            id="disable-reason"
            label={t('people.disable_reason')}
            hint={t('people.disable_reason_hint')}
            value={reason}
            onValue={setReason}
            maxLength={300}
            rows={2}
            error={wrong('/reason', !isReady && t('people.need_reason')) ?? wrong('/disabled')}
          />
        </>
      )}
    </FormDialog>
  );
};

const Unlock = ({ person, onClose, onDone }: Props) => {
  const [failure, setFailure] = useState('');
  useEffect(() => {
    change(person, { disabled: false }).then(onDone, (thrown: unknown) => setFailure(problemText(thrown)));
  }, []);
  return (
    <Dialog open={failure !== ''} onClose={onClose} title={t('people.enable')} actions={<Button onClick={onClose}>{t('action.close')}</Button>}>
      <Notice tone="returned" icon="warning" title={failure} live />
    </Dialog>
  );
};

export const Disable = (props: Props) => (props.person.disabled_at ? <Unlock {...props} /> : <Lock {...props} />);
