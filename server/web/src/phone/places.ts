// Where a team may hold a session: the hamlets of its commune today; wider teams may also choose
// a whole unit.
import { api, ok } from '../api/client';
import type { OwnTeam, Unit } from '../api/types';
import { fullName } from '../data/units';
import { inside } from '../i18n/text';
import { t } from './i18n';
import { store, type Store } from './store/open';
import type { Place } from './store/schema';

/** "Ấp 1, xã Lấp Vò", and "Toàn xã Lấp Vò" for more than a hamlet. */
export const placeName = (unit: Unit): string => (unit.level === 'hamlet' ? fullName(unit) : t('place.whole', { name: inside(unit.name) }));

const placeOf = (unit: Unit): Place => ({ id: unit.id, label: placeName(unit) });

// A commune has some tens of hamlets, the province a hundred communes.
const ALL = 1000;
/** In dictionary order, as the server has them. */
const within = async (id: number, level: 'commune' | 'hamlet'): Promise<Place[]> =>
  (await ok(api.GET('/api/v1/units', { params: { query: { level, within: id, limit: ALL } } }))).items.map(placeOf);

const load = async ({ home }: OwnTeam): Promise<Place[]> => {
  if (home.level === 'commune') return [placeOf(home), ...(await within(home.id, 'hamlet'))];
  if (home.level === 'hamlet') {
    const { parent } = await ok(api.GET('/api/v1/units/{unit_id}', { params: { path: { unit_id: home.id } } }));
    return parent ? within(parent.id, 'hamlet') : [placeOf(home)];
  }
  // Hundreds of hamlets are no list to choose from: a team of the province names the commune.
  const hamlets = home.level === 'district' ? within(home.id, 'hamlet') : [];
  return [placeOf(home), ...(await within(home.id, 'commune')), ...(await hamlets)];
};

const known = new Map<number, Promise<Place[]>>();

const ask = (team: OwnTeam, from: Store | null): Promise<Place[]> => {
  const asked = known.get(team.id) ?? load(team);
  known.set(team.id, asked);
  asked.then(
    (places) => void from?.meta.set(`places ${team.id}`, places),
    () => known.delete(team.id),
  );
  return asked;
};

/** As they were read last, at once; without a network the form needs them too. */
export const placesOf = async (team: OwnTeam): Promise<Place[]> => {
  const asked = ask(team, store.value);
  const kept = await store.value?.meta.get(`places ${team.id}`);
  return kept ?? asked;
};
