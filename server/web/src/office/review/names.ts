// Names of what a record holds by number only; each is read once.
import { api, ok } from '../../api/client';
import { fullName } from '../../data/units';
import { unitDetail } from '../shell/areas';

const teams = new Map<number, Promise<string>>();

const teamName = (id: number): Promise<string> => {
  const reading = teams.get(id) ?? ok(api.GET('/api/v1/teams/{team_id}', { params: { path: { team_id: id } } })).then(({ name }) => name);
  teams.set(id, reading);
  reading.catch(() => teams.delete(id));
  return reading;
};
const placeName = async (id: number): Promise<string> => fullName(await unitDetail(id));

const NAMED: Record<string, (id: number) => Promise<string>> = {
  place_id: placeName,
  other_place_ids: placeName,
  team_id: teamName,
  co_team_ids: teamName,
};

const isId = (value: unknown): value is number => typeof value === 'number';

/** "Tổ ấp 1, Tổ ấp 2" for the numbers of a field that holds some; null for any other field. */
export const namesIn = async (field: string, value: unknown): Promise<string | null> => {
  const name = NAMED[field];
  const ids = (Array.isArray(value) ? value : [value]).filter(isId);
  return name && ids.length > 0 ? (await Promise.all(ids.map(name))).join(', ') : null;
};
