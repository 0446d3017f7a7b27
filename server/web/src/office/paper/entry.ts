// A paper sheet that is entered for a team: what is kept for the next one, and who may have
// conducted it. Pure.
import type { Member, Session, SessionBody, Team } from '../../api/types';
import { localDay } from '../../i18n/format';
import { blankForm, bodyOf, formOf, bodyOfSession, type Form } from '../../phone/form/form';

/** One sheet on screen. `etag` is there when one that was entered before is changed. */
export type Entry = { id: string; form: Form; etag: string | null; code: string | null };

type Beginning = { id: string; team_id: number; place_id: number; services: string[] };

export const blankEntry = ({ id, team_id, place_id, services }: Beginning): Entry => ({
  id,
  form: paper(blankForm({ team_id, place_id, date: '', type: 'outing', services })),
  etag: null,
  code: null,
});

const paper = (form: Form): Form => ({ ...form, kept: { ...form.kept, source: 'paper' } });

/** A stack of sheets is mostly one team's: what they have in common stays, what was counted goes,
 * and so does the day, for nobody notices a wrong one that was there already. */
export const nextEntry = ({ form }: Entry, id: string, services: string[]): Entry => {
  const blank = blankEntry({ id, team_id: form.team_id, place_id: form.place_id, services });
  return { ...blank, form: { ...blank.form, type: form.type, audience: form.audience, kept: { ...blank.form.kept, conducted_by: form.kept.conducted_by } } };
};

export const entryOf = (session: Session, services: string[]): Entry => ({
  id: session.id,
  form: formOf(bodyOfSession(session), services),
  etag: `"v${session.version}"`,
  code: session.receipt_code,
});

export const bodyOfEntry = ({ form }: Entry, client: SessionBody['client']): SessionBody => bodyOf(form, client);

const wasIn = (date: string, { joined_on, left_on }: Member): boolean => date === '' || (joined_on <= date && (left_on === null || date < left_on));

/** Each of those who were in the team on a day once, leaders first, as the server lists them. */
export const membersOn = (members: readonly Member[], date: string): Member[] =>
  members.filter((member, at) => wasIn(date, member) && members.findIndex((other) => other.user_id === member.user_id && wasIn(date, other)) === at);

export const isBefore = ({ founded_on }: Pick<Team, 'founded_on'>, date: string): boolean => date !== '' && date < founded_on;

export const enteredOn = (sessions: readonly Session[], today: string): Session[] =>
  sessions
    .filter(({ source, received_at }) => source === 'paper' && localDay(received_at) === today)
    .sort((a, b) => b.received_at.localeCompare(a.received_at));
