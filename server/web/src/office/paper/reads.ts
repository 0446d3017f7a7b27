// What entering a sheet asks the server.
import { api, ok, okWithEtag } from '../../api/client';
import type { Page, Session, Team, Unit } from '../../api/types';
import { fullName } from '../../data/units';
import { inside } from '../../i18n/text';
import { t } from '../../phone/i18n';

const ALL = 1000;
const PAGE = 200;

/** All teams of the reader's area, or of a unit in it, that work. */
export const allTeams = async (unit?: number): Promise<Team[]> => {
  const found: Team[] = [];
  let cursor: string | null = null;
  do {
    const query: { unit?: number; cursor?: string; limit: number } = { ...(unit !== undefined && { unit }), ...(cursor && { cursor }), limit: PAGE };
    const page: Page<Team> = await ok(api.GET('/api/v1/teams', { params: { query } }));
    found.push(...page.items.filter(({ dissolved_on }) => dissolved_on === null));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return found;
};

export const members = (team_id: number) => ok(api.GET('/api/v1/teams/{team_id}/members', { params: { path: { team_id } } }));

export type Place = { id: number; label: string };

const placeOf = (unit: Unit): Place => ({ id: unit.id, label: unit.level === 'hamlet' ? fullName(unit) : t('place.whole', { name: inside(unit.name) }) });
const within = async (id: number): Promise<Place[]> =>
  (await ok(api.GET('/api/v1/units', { params: { query: { level: 'hamlet', within: id, limit: ALL } } }))).items.map(placeOf);

/** Where a team may hold a session: the hamlets of its commune; for a wider team also the whole. */
export const placesOf = async ({ home }: Team): Promise<Place[]> => {
  if (home.level !== 'hamlet') return [placeOf(home), ...(await within(home.id))];
  const { parent } = await ok(api.GET('/api/v1/units/{unit_id}', { params: { path: { unit_id: home.id } } }));
  return parent ? within(parent.id) : [placeOf(home)];
};

/** The reader's own sessions from paper, latest day first. */
export const ownFromPaper = async (): Promise<Session[]> =>
  (await ok(api.GET('/api/v1/sessions', { params: { query: { mine: 'true', source: 'paper', limit: 100 } } }))).items;

/** What the team has lately, and on that very day. */
export const besides = async (team: number, day: string): Promise<Session[]> => {
  const read = async (more: { from?: string; to?: string }) => (await ok(api.GET('/api/v1/sessions', { params: { query: { team, ...more, limit: 20 } } }))).items;
  const [lately, then] = await Promise.all([read({}), read({ from: day, to: day })]);
  return [...then, ...lately.filter(({ id }) => !then.some((one) => one.id === id))];
};

export const readSession = (session_id: string) => okWithEtag(api.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id } } }));
