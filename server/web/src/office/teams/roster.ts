// Who is in a team now, who will be, who was: pure.
import type { Member } from '../../api/types';

export type Roster = { present: Member[]; coming: Member[]; past: Member[]; leaders: Member[] };

const isPast = ({ left_on }: Member, today: string): boolean => left_on !== null && left_on <= today;
const isComing = ({ joined_on }: Member, today: string): boolean => joined_on > today;

/** Each time in the team stands by itself: a role that changed, or somebody who came back, is another one. */
export const roster = (members: readonly Member[], today: string): Roster => {
  const present = members.filter((member) => !isPast(member, today) && !isComing(member, today));
  return {
    present,
    coming: members.filter((member) => isComing(member, today)),
    past: members.filter((member) => isPast(member, today)).sort((a, b) => (a.joined_on < b.joined_on ? 1 : -1)),
    leaders: present.filter(({ role }) => role === 'leader'),
  };
};

/** Somebody who left and is in no other time of this team may be taken back. */
export const mayComeBack = (member: Member, { present, coming }: Roster): boolean =>
  ![...present, ...coming].some(({ user_id }) => user_id === member.user_id);
