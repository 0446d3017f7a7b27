// What is counted of a team's members: women, and members of the Youth Union. Nobody has to say.
import { useState } from 'preact/hooks';
import type { Member } from '../../api/types';
import { Choice } from '../../ui';
import { t } from './i18n';

const ANSWERS = ['yes', 'no', 'open'] as const;
type Answer = (typeof ANSWERS)[number];
export type Facts = Pick<Member, 'is_female' | 'is_union_member'>;

const answered = (fact: boolean | null | undefined): Answer => (fact == null ? 'open' : fact ? 'yes' : 'no');
const FACT: Record<Answer, boolean | null> = { yes: true, no: false, open: null };

/** `facts`: what is to be sent of it. */
export const useAbout = (was: Facts = {}) => {
  const [female, setFemale] = useState(answered(was.is_female));
  const [union, setUnion] = useState(answered(was.is_union_member));
  const facts: Facts = { is_female: FACT[female], is_union_member: FACT[union] };
  return { female, setFemale, union, setUnion, facts };
};

type Words = Record<Answer, string>;
const options = (words: Words) => ANSWERS.map((value) => ({ value, label: words[value] }));

export const AboutFields = ({ of }: { of: ReturnType<typeof useAbout> }) => {
  const open = t('members.unsaid');
  return (
    <>
      <Choice id="member-sex" look="fill" legend={t('members.sex')} value={of.female} onValue={of.setFemale} options={options({ yes: t('members.female'), no: t('members.male'), open })} />
      <Choice id="member-union" look="fill" legend={t('members.union')} value={of.union} onValue={of.setUnion} options={options({ yes: t('members.yes'), no: t('members.no'), open })} />
    </>
  );
};
