// Where teams are, for who must not be put into one far away: pure.
import type { Unit, UnitDetail } from '../../api/types';
import { fullName } from '../../data/units';
import { inside } from '../../i18n/text';

/** "Ấp 1, xã Lấp Vò" -> "xã lấp vò". */
const communeIn = (home: Unit): string => (fullName(home).split(', ').pop() ?? '').toLocaleLowerCase('vi');

/** What a place is called with the cluster that it is in, where its commune's name says which. */
export const placer = (communes: readonly UnitDetail[]): ((home: Unit) => string) => {
  const clusters = new Map<string, string | null>();
  for (const { name, parent } of communes) {
    const key = name.toLocaleLowerCase('vi');
    clusters.set(key, clusters.has(key) || parent?.level !== 'district' ? null : parent.name);
  }
  return (home) => {
    const cluster = clusters.get(communeIn(home));
    return cluster ? `${fullName(home)}, ${inside(cluster)}` : fullName(home);
  };
};
