// Where a team may hold a session: the hamlets of its commune today; wider teams may also choose
// a whole unit.
import { api, ok } from '../api/client';
import type { OwnTeam, Unit } from '../api/types';
import { inOrder, inside } from '../i18n/text';
import { formerCommunes } from './formerCommunes';
import { t } from './i18n';

export type Place = { id: number; label: string };

/** "Ấp 1, xã Lấp Vò", and "Toàn xã Lấp Vò" for more than a hamlet. */
export const placeName = (unit: Unit | Unit): string =>
  unit.level === 'hamlet' ? (unit.full_name ?? unit.name) : t('place.whole', { name: inside(unit.name) });

// A commune has some tens of hamlets, the province a hundred communes.
const ALL = 1000;
const within = async (id: number, level: 'commune' | 'hamlet'): Promise<Unit[]> =>
  (await ok(api.GET('/api/v1/units', { params: { query: { level, within: id, limit: ALL } } }))).items;

type Area = Pick<Unit, 'id' | 'name'>;

const sameNamed = (hamlets: Area[]): number[] =>
  hamlets.filter(({ id, name }) => hamlets.some((other) => other.id !== id && other.name === name)).map(({ id }) => id);

const hamletsOf = async (commune: Area): Promise<Place[]> => {
  const hamlets = await within(commune.id, 'hamlet');
  // Communes that became one brought three "Ấp 1" together: each says where it was before.
  const former = await formerCommunes(sameNamed(hamlets), commune.id);
  return hamlets
    .map(({ id, name }) => {
      const was = former.get(id);
      const commonName = was ? t('place.former', { name, commune: inside(was) }) : name;
      return { id, label: `${commonName}, ${inside(commune.name)}` };
    })
    .sort((a, b) => inOrder(a.label, b.label));
};

const whole = (unit: Unit | Unit): Place => ({ id: unit.id, label: placeName(unit) });

const load = async ({ home }: OwnTeam): Promise<Place[]> => {
  if (home.level === 'commune') return [whole(home), ...(await hamletsOf(home))];
  if (home.level === 'hamlet') {
    const { parent } = await ok(api.GET('/api/v1/units/{unit_id}', { params: { path: { unit_id: home.id } } }));
    return parent ? hamletsOf(parent) : [whole(home)];
  }
  const communes = await within(home.id, 'commune');
  // Hundreds of hamlets are no list to choose from: a team of the province names the commune.
  const hamlets = home.level === 'district' ? await Promise.all(communes.map(hamletsOf)) : [];
  return [whole(home), ...communes.map(whole), ...hamlets.flat()];
};

const known = new Map<number, Promise<Place[]>>();

export const placesOf = (team: OwnTeam): Promise<Place[]> => {
  const asked = known.get(team.id) ?? load(team);
  known.set(team.id, asked);
  asked.catch(() => known.delete(team.id));
  return asked;
};
