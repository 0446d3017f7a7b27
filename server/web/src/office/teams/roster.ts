// Who is in a team now, who will be, who was: pure.
import type { Member } from '../../api/types';

/** A time in a team, under the same name: a role from a day to another. */
export type Time = Pick<Member, 'role' | 'joined_on' | 'left_on'>;
/** Somebody by their latest time; `since` they have been there without a break, `earlier` what they were before, latest first. */
export type Standing = Member & { since: string; earlier: Time[] };
export type Roster = { present: Standing[]; coming: Standing[]; past: Standing[]; leaders: Standing[] };

const isPast = ({ left_on }: Time, today: string): boolean => left_on !== null && left_on <= today;
const isComing = ({ joined_on }: Time, today: string): boolean => joined_on > today;
const latestFirst = <T extends Time>(times: readonly T[]): T[] => [...times].sort((a, b) => (a.joined_on < b.joined_on ? 1 : -1));

/** From when, in whatever role: back over times that follow each other to the day. */
export const unbroken = (joined_on: string, before: readonly Time[]): string =>
  latestFirst(before).reduce((since, time) => (time.left_on === since ? time.joined_on : since), joined_on);

const standing = (member: Member, before: readonly Member[]): Standing => ({ ...member, since: unbroken(member.joined_on, before), earlier: latestFirst(before) });

/** Each person stands once; who only changed roles has not left. A role that begins later stands by itself. */
export const roster = (members: readonly Member[], today: string): Roster => {
  const coming = members.filter((member) => isComing(member, today));
  const begun = members.filter((member) => !isComing(member, today));
  const isHere = (id: number) => begun.some((member) => member.user_id === id && !isPast(member, today));
  const before = (member: Member) => begun.filter((one) => one.user_id === member.user_id && one.joined_on < member.joined_on);
  const present = begun.filter((member) => !isPast(member, today)).map((member) => standing(member, before(member)));
  const left = latestFirst(begun.filter((member) => isPast(member, today) && !isHere(member.user_id)));
  return {
    present,
    coming: coming.map((member) => standing(member, isHere(member.user_id) ? [] : before(member))),
    past: left
      .filter(({ user_id }, i) => left.findIndex((one) => one.user_id === user_id) === i && !coming.some((one) => one.user_id === user_id))
      .map((member) => standing(member, before(member))),
    leaders: present.filter(({ role }) => role === 'leader'),
  };
};
