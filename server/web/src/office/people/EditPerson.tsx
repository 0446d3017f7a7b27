import { useState } from 'preact/hooks';
import type { Person, PersonDetail, UnitDetail } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { Notice } from '../../ui';
import { FormDialog, type Wrong } from '../FormDialog';
import { t } from './i18n';
import { unitDetail } from '../shell/areas';
import { change } from './asks';
import { Contact, useContact } from './Contact';
import { Areas } from './NewPerson';

type Props = { person: PersonDetail; onClose: () => void; onSaved: (person: Person) => void };

const ids = (units: readonly { id: number }[]): string => units.map(({ id }) => id).sort((a, b) => a - b).join();

/** Once their areas are read: a form must not begin without what it would take away. */
const Form = ({ person, known, onClose, onSaved }: Props & { known: readonly UnitDetail[] }) => {
  const who = useContact(person);
  const [areas, setAreas] = useState<readonly UnitDetail[]>(known);
  const hasAreas = person.role === 'officer' || person.role === 'province_staff';
  const isMoved = ids(areas) !== ids(known);
  const save = async () => {
    const { name, phone } = who.contact;
    onSaved(await change(person, { phone, ...(name !== person.name && { name }), ...(isMoved && { area_ids: areas.map(({ id }) => id) }) }));
  };
  return (
    <FormDialog title={t('people.edit_title', { name: person.name })} action={t('people.save')} isReady={who.hasName && who.hasPhone} save={save} onClose={onClose}>
      {(wrong: Wrong) => (
        <>
          <Contact id="person" of={who} wrong={wrong} />
          {person.phone !== who.contact.phone && <p class="hint">{t('people.phone_hint')}</p>}
          {hasAreas && <Areas areas={areas} setAreas={setAreas} error={wrong('/area_ids')} />}
          {hasAreas && areas.length === 0 && (
            <Notice tone="pending" icon="warning" title={t('people.none_left', { name: person.name })}>
              {t('people.none_left_text')}
            </Notice>
          )}
        </>
      )}
    </FormDialog>
  );
};

export const EditPerson = (props: Props) => {
  const known = useLoad(() => Promise.all(props.person.areas.map(({ unit_id }) => unitDetail(unit_id))), [props.person.id]);
  return known.data ? <Form {...props} known={known.data} /> : null;
};
