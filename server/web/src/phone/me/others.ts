// How much of other people's work waits on this phone: a number, never what it says.
import { openDB } from 'idb';
import { everybodyHere } from '../../account/device';

const countOf = async (id: number): Promise<number> => {
  // Without a version: as it is. One that is not there is not made either.
  const db = await openDB(`nhat-ky-to-so-${id}`, undefined, {
    upgrade: (_made, _from, _to, making) => making.abort(),
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  }).catch(() => null);
  if (!db) return 0;
  const count = db.objectStoreNames.contains('unsent') ? await db.count('unsent') : 0;
  db.close();
  return count;
};

export const othersUnsent = async (own: number | null): Promise<number> => {
  const others = (await everybodyHere()).filter((id) => id !== own);
  const counts = await Promise.all(others.map((id) => countOf(id).catch(() => 0)));
  return counts.reduce((sum, n) => sum + n, 0);
};
