// Who comes after somebody: one of those who are there, somebody new, or whose number was typed as new.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Person } from '../../api/types';
import { Button, Choice, Picker } from '../../ui';
import type { Wrong } from '../FormDialog';
import type { Successor } from './asks';
import { Contact, useContact } from './Contact';
import { t } from './i18n';
import { Taken } from './Taken';

export type Candidate = { id: number; name: string; hint: string };

/** `known`: null until they are read. Where there is nobody, it is somebody new. */
export const useSuccessor = (known: readonly Candidate[] | null) => {
  const [kind, setKind] = useState<'known' | 'new'>('known');
  const [chosen, setChosen] = useState<string | null>(null);
  const [taken, setTaken] = useState<Person | null>(null);
  const who = useContact();
  const isNew = kind === 'new' || known?.length === 0;
  const one = known?.find(({ id }) => String(id) === chosen);
  const isTaken = isNew && taken !== null;
  const successor: Successor = isTaken ? { user_id: taken.id } : isNew ? who.contact : { user_id: Number(chosen) };
  const takeKnown = (id: number) => {
    setKind('known');
    setChosen(String(id));
  };
  return {
    known: known ?? [],
    kind,
    setKind,
    chosen,
    setChosen,
    takeKnown,
    taken,
    setTaken,
    who,
    isNew,
    successor,
    name: isTaken ? taken.name : isNew ? who.contact.name : (one?.name ?? ''),
    isReady: isTaken || (isNew ? who.hasName && who.hasPhone : one !== undefined),
  };
};

type Props = {
  id: string;
  of: ReturnType<typeof useSuccessor>;
  words: { to: string; known: string; who: string; needWho: string };
  wrong: Wrong;
  /** What can be done with who has the number already and is none of the known. */
  offer?: (owner: Person, take: () => void) => ComponentChildren;
};

export const WhoFollows = ({ id, of: { known, kind, setKind, chosen, setChosen, takeKnown, taken, setTaken, who, isNew, isReady }, words, wrong, offer }: Props) => (
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
    {isNew && taken && <Taken person={taken} error={wrong('/user_id')} change={() => setTaken(null)} />}
    {isNew && !taken && (
      <Contact
        id={id}
        of={who}
        wrong={wrong}
        offer={(owner) =>
          known.some((one) => one.id === owner.id) ? (
            <Button onClick={() => takeKnown(owner.id)}>{t('contact.take', { name: owner.name })}</Button>
          ) : (
            offer?.(owner, () => setTaken(owner))
          )
        }
      />
    )}
    {!isNew && (
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
