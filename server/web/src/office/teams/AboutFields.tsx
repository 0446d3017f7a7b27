// What is counted of a team's members: women, and members of the Youth Union. Nobody has to say.
import { useState } from 'preact/hooks';
import { Choice } from '../../ui';
import { t } from './i18n';

const ANSWERS = ['yes', 'no', 'open'] as const;
type Answer = (typeof ANSWERS)[number];
type Facts = { is_female?: boolean; is_union_member?: boolean };

/** What is left open is not sent. */
export const useAbout = () => {
  const [female, setFemale] = useState<Answer>('open');
  const [union, setUnion] = useState<Answer>('open');
  const facts: Facts = { ...(female !== 'open' && { is_female: female === 'yes' }), ...(union !== 'open' && { is_union_member: union === 'yes' }) };
  return { female, setFemale, union, setUnion, facts };
};

type Words = Record<Answer, string>;
const options = (words: Words) => ANSWERS.map((value) => ({ value, label: words[value] }));

/** `isKnown`: what was said before stays as it is, where nothing is chosen. */
export const AboutFields = ({ of, isKnown = false }: { of: ReturnType<typeof useAbout>; isKnown?: boolean }) => {
  const open = t(isKnown ? 'members.keep' : 'members.unsaid');
  return (
    <>
      <Choice id="member-sex" look="fill" legend={t('members.sex')} value={of.female} onValue={of.setFemale} options={options({ yes: t('members.female'), no: t('members.male'), open })} />
      <Choice id="member-union" look="fill" legend={t('members.union')} value={of.union} onValue={of.setUnion} options={options({ yes: t('members.yes'), no: t('members.no'), open })} />
    </>
  );
};
