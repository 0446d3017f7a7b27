// Who comes after somebody: one of those who are there, or somebody new.
import { useState } from 'preact/hooks';
import { Choice, Picker } from '../../ui';
import type { Wrong } from '../FormDialog';
import type { Successor } from './asks';
import { Contact, useContact } from './Contact';
import { t } from './i18n';

export type Candidate = { id: number; name: string; hint: string };

/** `known`: null until they are read. Where there is nobody, it is somebody new. */
export const useSuccessor = (known: readonly Candidate[] | null) => {
  const [kind, setKind] = useState<'known' | 'new'>('known');
  const [chosen, setChosen] = useState<string | null>(null);
  const who = useContact();
  const isNew = kind === 'new' || known?.length === 0;
  const one = known?.find(({ id }) => String(id) === chosen);
  const successor: Successor = isNew ? who.contact : { user_id: Number(chosen) };
  return {
    known: known ?? [],
    kind,
    setKind,
    chosen,
    setChosen,
    who,
    isNew,
    successor,
    name: isNew ? who.contact.name : (one?.name ?? ''),
    isReady: isNew ? who.hasName && who.hasPhone : one !== undefined,
  };
};

type Props = {
  id: string;
  of: ReturnType<typeof useSuccessor>;
  words: { to: string; known: string; who: string; needWho: string };
  wrong: Wrong;
};

export const WhoFollows = ({ id, of: { known, kind, setKind, chosen, setChosen, who, isNew, isReady }, words, wrong }: Props) => (
  <>
    {known.length > 0 && (
      <Choice
        id={`${id}-kind`}
        look="fill"
        legend={words.to}
        value={kind}
        onValue={setKind}
        options={[
          { value: 'known', label: words.known },
          { value: 'new', label: t('over.new') },
        ]}
      />
    )}
    {isNew ? (
      <Contact id={id} of={who} wrong={wrong} />
    ) : (
      <Picker
        id={`${id}-user`}
        label={words.who}
        value={chosen}
        onValue={setChosen}
        options={known.map((one) => ({ value: String(one.id), label: one.name, hint: one.hint }))}
        error={wrong('/user_id', !isReady && words.needWho)}
      />
    )}
  </>
);
